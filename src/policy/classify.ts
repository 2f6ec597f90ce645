import { ERROR_CATEGORIES, type ErrorCategory, type OperationError } from '../operation/operation-error.ts'
import { BY_CODE, BY_NAME, byStatus, type Signal, UNKNOWN_SIGNAL } from './error-signals.ts'
import { retryAfterMs } from './retry-after.ts'

const MAX_CAUSES = 10
const MAX_TEXT = 10_000

/**
 * Describes anything a function threw, for storing and for deciding: what it was, its category, whether a retry
 * can mend it. Looks at `code`, `status`, `name` and headers of the error and of its causes, never at its text.
 *
 * An error may speak for itself: a boolean `retryable` and a `category` on it win over the tables.
 *
 * @param now the instant that a Retry-After date is compared with
 */
export function classify(thrown: unknown, now: number): OperationError {
  const chain = causes(thrown)
  const found = firstSignal(chain)
  const own = ownWords(chain[0])
  const signal: Signal = { ...found, ...own }
  const first = chain[0]
  return {
    message: clip(messageOf(first)),
    name: text(first, 'name') ?? typeof first,
    code: firstOf(chain, (link) => text(link, 'code')),
    category: signal.category,
    subcategory: signal.subcategory,
    severity: signal.severity,
    recoverability: signal.recoverability,
    retryable: signal.retryable,
    remedy: signal.remedy,
    retryAfterMs: firstOf(chain, (link) => retryAfterMs(link, now)),
    stack: clipOrNull(text(first, 'stack')),
    cause: chain.length > 1 ? clip(chain.slice(1).map(summary).join(' ← ')) : null,
  }
}

/** The thrown value and what caused it, nearest first: `cause` and the errors of an AggregateError. */
function causes(thrown: unknown): readonly unknown[] {
  const chain: unknown[] = []
  const next: unknown[] = [thrown]
  while (next.length > 0 && chain.length < MAX_CAUSES) {
    const link = next.shift()
    if (chain.includes(link)) continue
    chain.push(link)
    const cause = property(link, 'cause')
    if (cause !== undefined && cause !== null) next.push(cause)
    const errors = property(link, 'errors')
    if (Array.isArray(errors)) next.push(...errors.slice(0, MAX_CAUSES))
  }
  return chain
}

/** Codes and statuses anywhere in the chain say more than a name: `fetch` hides a refused connection in a TypeError. */
function firstSignal(chain: readonly unknown[]): Signal {
  return firstOf(chain, byCodeOrStatus) ?? firstOf(chain, byName) ?? UNKNOWN_SIGNAL
}

function byCodeOrStatus(link: unknown): Signal | null {
  const code = text(link, 'code')
  const known = code === null ? undefined : (BY_CODE.get(code) ?? BY_CODE.get(sqliteFamily(code)))
  if (known !== undefined) return known
  const status = property(link, 'status') ?? property(link, 'statusCode')
  return typeof status === 'number' ? byStatus(status) : null
}

/** `SQLITE_BUSY_SNAPSHOT` is a kind of `SQLITE_BUSY`. */
function sqliteFamily(code: string): string {
  return code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code
}

function byName(link: unknown): Signal | null {
  const name = text(link, 'name')
  return name === null ? null : (BY_NAME.get(name) ?? null)
}

function ownWords(link: unknown): { retryable?: boolean; category?: ErrorCategory; remedy?: string } {
  const retryable = property(link, 'retryable')
  const category = ERROR_CATEGORIES.find((known) => known === property(link, 'category'))
  const remedy = text(link, 'remedy')
  return {
    ...(typeof retryable === 'boolean' ? { retryable } : {}),
    ...(category === undefined ? {} : { category, subcategory: category }),
    ...(remedy === null ? {} : { remedy }),
  }
}

function messageOf(link: unknown): string {
  const message = text(link, 'message')
  if (message !== null && message !== '') return message
  if (typeof link === 'string') return link
  if (link instanceof Error) return link.name
  try {
    return `Thrown: ${JSON.stringify(link) ?? String(link)}`
  } catch {
    return `Thrown: ${Object.prototype.toString.call(link)}`
  }
}

function summary(link: unknown): string {
  const code = text(link, 'code')
  return `${text(link, 'name') ?? typeof link}${code === null ? '' : ` (${code})`}: ${messageOf(link)}`
}

/** Reads a property of anything; a getter that throws counts as absent. */
function property(value: unknown, key: string): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return undefined
  try {
    return (value as Record<string, unknown>)[key]
  } catch {
    return undefined
  }
}

function text(value: unknown, key: string): string | null {
  const found = property(value, key)
  return typeof found === 'string' ? found : null
}

function firstOf<T>(chain: readonly unknown[], look: (link: unknown) => T | null): T | null {
  for (const link of chain) {
    const found = look(link)
    if (found !== null) return found
  }
  return null
}

function clip(value: string): string {
  return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value
}

function clipOrNull(value: string | null): string | null {
  return value === null ? null : clip(value)
}
