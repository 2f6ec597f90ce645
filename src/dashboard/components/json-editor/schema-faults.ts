import type { OutputUnit } from '@cfworker/json-schema'
import type { JsonPath } from './json-syntax.ts'
import { isNode, nodeAt, segmentsOf } from './schema-nodes.ts'
import { keywordWords, typeWords } from './schema-words.ts'

/** What is wrong with a value by its schema, for a person. */
export interface SchemaFault {
  readonly path: JsonPath
  /** The end of a sentence that begins with the place, such as `must be text`. */
  readonly message: string
}

// They say that something within them is wrong, which is told by itself.
const WRAPPERS: readonly string[] = [
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'items', 'prefixItems'],
  ...['additionalItems', 'unevaluatedItems', '$ref', '$recursiveRef', 'allOf', 'if', 'dependentSchemas', 'false'],
]
const UNIONS: readonly string[] = ['anyOf', 'oneOf']
const CHOICE: readonly string[] = ['const', 'enum']

/** A fault as a sentence, such as `expect.status must be a number or text`. */
export function sentenceOf({ path, message }: SchemaFault): string {
  return `${pathText(path)} ${message}`
}

/** A place as people write it: `mirrors[2]`. */
export function pathText(path: JsonPath): string {
  if (path.length === 0) return 'The input'
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`
    if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(segment)) return `${text}[${JSON.stringify(segment)}]`
    return text === '' ? segment : `${text}.${segment}`
  }, '')
}

/** What the validator found, told in plain words, each thing once. */
export function faultsOf(errors: readonly OutputUnit[], schema: unknown, value: unknown): readonly SchemaFault[] {
  const told = new Map<string, SchemaFault>()
  for (const error of withoutOtherBranches(errors, schema)) {
    const fault = faultOf(error, schema, value)
    if (fault !== null) told.set(JSON.stringify(fault), fault)
  }
  if (told.size === 0 && errors.length > 0) return [{ path: [], message: 'does not fit the schema' }]
  return [...told.values()]
}

function faultOf(error: OutputUnit, schema: unknown, value: unknown): SchemaFault | null {
  const path = pathOf(error.instanceLocation, value)
  const setting = nodeAt(schema, error.keywordLocation)
  const name = /"(.*)"/s.exec(error.error)?.[1] ?? ''
  if (error.keyword === 'required') return { path: [...path, name], message: 'is missing' }
  if (error.keyword.endsWith('Properties') && setting === false) {
    return { path: [...path, name], message: `is not known here${knownNames(error, schema)}` }
  }
  if (error.keyword === 'propertyNames') return { path: [...path, name], message: 'has a name that is not allowed' }
  if (WRAPPERS.includes(error.keyword)) return null
  return { path, message: keywordWords(error.keyword, setting, schema) }
}

function knownNames({ keywordLocation }: OutputUnit, schema: unknown): string {
  const around = nodeAt(schema, keywordLocation.slice(0, keywordLocation.lastIndexOf('/')))
  const names = isNode(around) && isNode(around.properties) ? Object.keys(around.properties) : []
  return names.length > 0 ? `; it takes ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}` : ''
}

function pathOf(location: string, value: unknown): JsonPath {
  const path: (string | number)[] = []
  let at = value
  for (const segment of segmentsOf(location)) {
    path.push(Array.isArray(at) ? Number(segment) : segment)
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[segment] : undefined
  }
  return path
}

/** Of a value that may be written in several ways, only what is wrong with the way that was meant, if it is clear. */
function withoutOtherBranches(errors: readonly OutputUnit[], schema: unknown): readonly OutputUnit[] {
  const left = errors.filter(({ keyword }) => UNIONS.includes(keyword))
  const hidden: string[] = errors.filter(({ keyword }) => keyword === 'propertyNames').map((error) => `${error.keywordLocation}/`)
  const meant = new Set<OutputUnit>()
  for (const union of left.toSorted((a, b) => a.keywordLocation.length - b.keywordLocation.length)) {
    const inside = branchesOf(union, errors)
    const only = meantBranch(union, inside)
    if (only !== null) meant.add(union)
    // Without a branch it says itself what is taken: by its types when they are known, else by the errors of all.
    if (
      only === null &&
      typeWords(nodeAt(schema, union.keywordLocation.slice(0, union.keywordLocation.lastIndexOf('/'))), schema) === null
    )
      continue
    for (const index of inside.keys()) if (index !== only) hidden.push(`${union.keywordLocation}/${index}/`)
  }
  return errors.filter((error) => !meant.has(error) && !hidden.some((prefix) => error.keywordLocation.startsWith(prefix)))
}

function branchesOf(union: OutputUnit, errors: readonly OutputUnit[]): ReadonlyMap<number, readonly OutputUnit[]> {
  const prefix = `${union.keywordLocation}/`
  const inside = errors.filter((error) => error.keywordLocation.startsWith(prefix))
  return Map.groupBy(inside, (error) => Number(error.keywordLocation.slice(prefix.length).split('/')[0]))
}

function meantBranch(union: OutputUnit, branches: ReadonlyMap<number, readonly OutputUnit[]>): number | null {
  const isHere = (error: OutputUnit) => error.instanceLocation === union.instanceLocation
  const fitting = [...branches].filter(
    ([, errors]) => !errors.some((error) => isHere(error) && (error.keyword === 'type' || CHOICE.includes(error.keyword))),
  )
  const chosen =
    fitting.length > 1 ? fitting.filter(([, errors]) => !errors.some(({ keyword }) => CHOICE.includes(keyword))) : fitting
  return chosen.length === 1 ? (chosen[0]?.[0] ?? null) : null
}
