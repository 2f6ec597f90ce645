/** Reading anything that can be thrown: nothing in here throws, whatever getters and proxies do. */

const MAX_DEPTH = 10
const MAX_LINKS = 50
const MAX_AGGREGATED = 10
const MAX_KEYS = 10
const MAX_KEY = 50

/** A thrown value, or one that caused it. */
export interface Link {
  readonly value: unknown
  /** Where it was found, to be said after what was found: empty for the thrown value itself. */
  readonly where: string
  readonly depth: number
}

/** The thrown value and what led to it, nearest first: `cause` (10 deep) and the errors of an AggregateError. */
export function chainOf(thrown: unknown): readonly [Link, ...Link[]] {
  const first: Link = { value: thrown, where: '', depth: 0 }
  const chain: [Link, ...Link[]] = [first]
  // Most errors were caused by nothing: they are told apart without setting up a search.
  if (property(thrown, 'cause') === undefined && property(thrown, 'errors') === undefined) return chain
  const seen = new Set<unknown>([thrown])
  for (const link of chain) {
    if (link.depth >= MAX_DEPTH) continue
    for (const next of below(link)) {
      if (seen.has(next.value) || chain.length >= MAX_LINKS) continue
      seen.add(next.value)
      chain.push(next)
    }
  }
  return chain
}

function below({ value, depth }: Link): readonly Link[] {
  const cause = property(value, 'cause')
  const where = depth === 0 ? ' of the cause' : ` of cause ${depth + 1}`
  const causes = cause === undefined || cause === null ? [] : [{ value: cause, where, depth: depth + 1 }]
  const gathered = listOf(property(value, 'errors')).map((one) => ({
    value: one,
    where: ' of a gathered error',
    depth: depth + 1,
  }))
  return [...causes, ...gathered]
}

function listOf(value: unknown): readonly unknown[] {
  try {
    return Array.isArray(value) ? value.slice(0, MAX_AGGREGATED) : []
  } catch {
    return []
  }
}

/** Reads a property of anything; a getter that throws counts as absent. */
export function property(value: unknown, key: string): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return undefined
  try {
    return (value as Record<string, unknown>)[key]
  } catch {
    return undefined
  }
}

/** A property that is a text, or null. */
export function textOf(value: unknown, key: string): string | null {
  const found = property(value, key)
  return typeof found === 'string' ? found : null
}

/** A property that is a finite number, or null. */
export function numberOf(value: unknown, key: string): number | null {
  const found = property(value, key)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}

/** The name of what was thrown: an error's, or the type of a value that is no error. */
export function nameOf(value: unknown): string {
  return textOf(value, 'name') ?? (value === null ? 'null' : typeof value)
}

/** What was thrown, in words: an error's message, a text, or a description of any other value. Never empty. */
export function messageOf(value: unknown): string {
  const message = typeof value === 'string' ? value : textOf(value, 'message')
  if (message !== null && message !== '') return message
  if (message === '' && typeof value === 'object') return nameOf(value)
  try {
    return `Thrown: ${JSON.stringify(value) ?? String(value)}`
  } catch {
    return described(value)
  }
}

/** A value that JSON cannot hold: a big integer, a circle, or a proxy that answers nothing. */
function described(value: unknown): string {
  try {
    return `Thrown: ${typeof value === 'object' && value !== null ? outline(value) : String(value)}`
  } catch {
    return 'Thrown: an object that cannot be read'
  }
}

/** Its class and the names of what it holds, such as `Response { status, body, … }`. */
function outline(value: object): string {
  const keys = Object.keys(value)
  const told = keys.slice(0, MAX_KEYS).map((key) => key.slice(0, MAX_KEY))
  const more = keys.length > told.length ? [...told, '…'] : told
  const name = textOf(property(value, 'constructor'), 'name')?.slice(0, MAX_KEY)
  return `${name || 'Object'} {${more.length > 0 ? ` ${more.join(', ')} ` : ''}}`
}

/** The first answer along the chain that is not null. */
export function firstOf<T>(chain: readonly Link[], look: (link: unknown) => T | null): T | null {
  for (const { value } of chain) {
    const found = look(value)
    if (found !== null) return found
  }
  return null
}
