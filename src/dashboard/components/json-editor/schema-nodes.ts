/** A JSON Schema, as far as it is an object; everything in it may be anything. */
export type SchemaNode = Readonly<Record<string, unknown>>

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function nodesOf(value: unknown): readonly SchemaNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The names and indexes of a JSON pointer, with or without its `#`. */
export function segmentsOf(pointer: string): readonly string[] {
  const [, ...segments] = pointer.split('/')
  return segments.map((segment) => safelyDecoded(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What a `$ref` within the same schema points to; the node itself when it has none, null when there is no such place. */
export function resolved(root: unknown, node: SchemaNode, hops = 0): SchemaNode | null {
  if (typeof node.$ref !== 'string') return node
  if (!node.$ref.startsWith('#') || hops > 20) return null
  const target = segmentsOf(node.$ref).reduce<unknown>((at, segment) => childOf(at, segment), root)
  return isNode(target) ? resolved(root, target, hops + 1) : null
}

/** What is at a place of a schema that was reached through references. */
export function nodeAt(root: unknown, location: string): unknown {
  return segmentsOf(location).reduce<unknown>((at, segment) => {
    if (segment === '$ref') return isNode(at) ? resolved(root, at) : null
    return childOf(at, segment)
  }, root)
}

function childOf(at: unknown, segment: string): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return undefined
  return (at as Readonly<Record<string, unknown>>)[segment]
}

function safelyDecoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
