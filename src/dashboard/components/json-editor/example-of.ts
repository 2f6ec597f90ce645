import { isNode, nodesOf, resolved, type SchemaNode } from './schema-nodes.ts'

// A schema that needs itself has no end.
const DEEPEST = 12
const MOST_VALUES = 200

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  time: '12:00:00Z',
  duration: 'PT30S',
  email: 'name@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
}

/** A value to begin with: what the schema itself suggests, else the least that it asks for. */
export function exampleOf(schema: unknown): unknown {
  return exampleAt({ root: schema, name: 'text', depth: 0, budget: { left: MOST_VALUES } }, schema)
}

interface Place {
  readonly root: unknown
  /** Of the field, which says best what a text without a suggestion is. */
  readonly name: string
  readonly depth: number
  /** Shared by all places of one example. */
  readonly budget: { left: number }
}

function exampleAt(place: Place, schema: unknown): unknown {
  const node = isNode(schema) ? resolved(place.root, schema) : null
  if (node === null || place.depth > DEEPEST || place.budget.left-- <= 0) return null
  for (const suggestion of suggestionsOf(node)) return suggestion
  const branch = nodesOf(node.anyOf ?? node.oneOf)[0]
  const whole = nodesOf(node.allOf).reduce<SchemaNode>((merged, part) => merge(merged, resolved(place.root, part)), node)
  if (branch !== undefined) return exampleAt(deeper(place), merge(without(whole), resolved(place.root, branch)))
  return exampleOfType(place, whole)
}

function suggestionsOf(node: SchemaNode): readonly unknown[] {
  const examples = Array.isArray(node.examples) ? node.examples.slice(0, 1) : []
  const values = Array.isArray(node.enum) ? node.enum.slice(0, 1) : []
  const own = ['default', 'const'].filter((keyword) => Object.hasOwn(node, keyword)).map((keyword) => node[keyword])
  return [...examples, ...own, ...values]
}

function without({ anyOf: _, oneOf: __, ...rest }: SchemaNode): SchemaNode {
  return rest
}

/** What both ask for. */
function merge(node: SchemaNode, part: SchemaNode | null): SchemaNode {
  const properties = { ...record(node.properties), ...record(part?.properties) }
  const required = [...names(node.required), ...names(part?.required)]
  return { ...node, ...part, properties, required }
}

function exampleOfType(place: Place, node: SchemaNode): unknown {
  const type = [node.type].flat()[0] ?? (names(node.required).length > 0 || isNode(node.properties) ? 'object' : undefined)
  if (type === 'object') return objectOf(place, node)
  if (type === 'array')
    return Array.from({ length: Math.min(numberOf(node.minItems) ?? 0, 100) }, (_, index) => itemOf(place, node, index))
  if (type === 'string') return textOf(place, node)
  if (type === 'number' || type === 'integer') return numberWithin(node, type === 'integer')
  if (type === 'boolean') return false
  return type === undefined ? {} : null
}

function objectOf(place: Place, node: SchemaNode): Readonly<Record<string, unknown>> {
  const properties = record(node.properties)
  const fallback = isNode(node.additionalProperties) ? node.additionalProperties : { type: 'string' }
  const fields = [...new Set(names(node.required))].map((name) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : fallback
    return [name, exampleAt({ ...deeper(place), name }, schema)] as const
  })
  return Object.fromEntries(fields)
}

function itemOf(place: Place, node: SchemaNode, index: number): unknown {
  const first = Array.isArray(node.prefixItems) ? node.prefixItems[index] : undefined
  return exampleAt(deeper(place), first ?? node.items ?? { type: 'string' })
}

function textOf({ name }: Place, node: SchemaNode): string {
  const format = FORMATS[String(node.format)]
  if (format !== undefined) return format
  // Nothing can be made up that fits a pattern.
  if (typeof node.pattern === 'string') return ''
  const text = /(^|[a-z_-])ur[il]$/i.test(name) ? 'https://example.com/' : name
  const least = Math.min(numberOf(node.minLength) ?? 0, 10_000)
  return text.padEnd(least, '.').slice(0, Math.max(least, numberOf(node.maxLength) ?? text.length))
}

function numberWithin(node: SchemaNode, whole: boolean): number {
  const step = numberOf(node.multipleOf) ?? 1
  const ends = [node.minimum, node.exclusiveMinimum, node.maximum, node.exclusiveMaximum]
    .map(numberOf)
    .filter((end) => end !== null)
  const near = ends.flatMap((end) => [-1, 0, 1].map((count) => (Math.round(end / step) + count) * step))
  const middle = ends.reduce((sum, end) => sum + end, 0) / Math.max(1, ends.length)
  return [0, ...near, ...ends, middle].find((value) => isWithin(value, node, whole)) ?? 0
}

function isWithin(value: number, node: SchemaNode, whole: boolean): boolean {
  if (whole && !Number.isInteger(value)) return false
  if (typeof node.multipleOf === 'number' && !Number.isInteger(value / node.multipleOf)) return false
  const isAbove =
    value >= (numberOf(node.minimum) ?? value) && value > (numberOf(node.exclusiveMinimum) ?? Number.NEGATIVE_INFINITY)
  return (
    isAbove && value <= (numberOf(node.maximum) ?? value) && value < (numberOf(node.exclusiveMaximum) ?? Number.POSITIVE_INFINITY)
  )
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}

function record(value: unknown): SchemaNode {
  return isNode(value) ? value : {}
}
