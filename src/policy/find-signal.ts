import { byAwsName, byCode, byErrno, bySqliteErrcode } from './error-codes.ts'
import { type ErrorKind, type ErrorKindName, KINDS } from './error-kinds.ts'
import { byFetchRefusal, byText } from './error-texts.ts'
import { isRateLimited, retryAfterMs } from './retry-after.ts'
import { byGrpcStatus, byHttpStatus, bySqlState } from './status-codes.ts'
import { type Link, messageOf, nameOf, numberOf, property, textOf } from './thrown.ts'

/** What an error was recognized by. */
export interface Finding {
  readonly kind: ErrorKind
  /** How sure it is, from 0 to 1: codes say more than names, names more than words. */
  readonly confidence: number
  /** What decided, for people: such as `code ECONNREFUSED of the cause`. */
  readonly signal: string
}

/** What is decided of an error. Its description costs a hundred times as much: `classify` adds it, for storing and showing. */
export interface Judgement extends Finding {
  /** How long the other side asked to be left alone, or null. */
  readonly retryAfterMs: number | null
  /** What user classifiers did wrong, for the log; it was ignored. */
  readonly faults: readonly string[]
}

const NO_FAULTS: readonly string[] = []
const NOTHING: Finding = { kind: KINDS.unknown, confidence: 0, signal: 'nothing' }
const MAX_MESSAGE = 10_000
const MAX_REMEMBERED = 200
const MAX_REMEMBERED_LENGTH = 500

export const ABORT_CODES = new Set(['ABORT_ERR', 'UND_ERR_ABORTED', 'ERR_CANCELED'])
export const ABORT_NAMES = new Set(['AbortError', 'CanceledError', 'AttemptStoppedError', 'OperationCancelledError'])
const TIMEOUT_NAMES = new Set(['TimeoutError', 'OperationTimeoutError'])

/** Names that classes of errors give themselves on purpose. */
export const NAMES: ReadonlyMap<string, ErrorKindName> = new Map<string, ErrorKindName>([
  ...Array.from(TIMEOUT_NAMES, (name) => [name, 'timeout'] as const),
  ['ConnectTimeoutError', 'timeout'],
  ['SyntaxError', 'format'],
  ['ZodError', 'schema'],
  ['ValiError', 'schema'],
  ['ValidationError', 'schema'],
  ['URIError', 'data'],
])

/** What the language throws at a mistake. Asked late: `fetch` and others hide their own errors in a TypeError. */
export const MISTAKES = new Set(['ReferenceError', 'TypeError', 'RangeError', 'EvalError'])

/**
 * What the chain is recognized by. The order is the trust in a signal: codes and statuses anywhere in the chain (nearest
 * first), then names, then mistakes in the function itself, and the words of messages last.
 *
 * @param now the instant that a Retry-After date is compared with
 */
export function findSignal(chain: readonly Link[], now: number): Finding {
  return (
    first(chain, (link) => byCodes(link, chain, now)) ??
    first(chain, byName) ??
    first(chain, byMistake) ??
    first(chain, byWords) ??
    NOTHING
  )
}

/** Whether it is an Error with nothing on it but its message: then that alone can be looked at. */
export function isPlainError(value: unknown): value is Error {
  try {
    if (!(value instanceof Error) || Object.getPrototypeOf(value) !== Error.prototype) return false
    // Its own are `stack` and `message`; with a cause, a code or a name of its own it has more.
    return typeof value.message === 'string' && Object.hasOwn(value, 'message') && Reflect.ownKeys(value).length === 2
  } catch {
    return false
  }
}

/** How plain errors were judged, by message: an outage throws the same few again and again. */
const remembered = new Map<string, Judgement>()

/** As `findSignal`, for a plain error, in a tenth of the time when its message is known. */
export function judgeByMessage(error: Error): Judgement {
  const { message } = error
  const known = remembered.get(message)
  if (known !== undefined) return known
  const link = { value: error, where: '', depth: 0 }
  const found = { ...(byMistake(link) ?? byWords(link) ?? NOTHING), retryAfterMs: null, faults: NO_FAULTS }
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  if (message.length <= MAX_REMEMBERED_LENGTH) remembered.set(message, found)
  return found
}

function first(chain: readonly Link[], look: (link: Link) => Finding | null): Finding | null {
  for (const link of chain) {
    const found = look(link)
    if (found !== null) return link.where === '' ? found : { ...found, signal: found.signal + link.where }
  }
  return null
}

function byCodes(link: Link, chain: readonly Link[], now: number): Finding | null {
  const { value } = link
  return (
    byAbort(link, chain) ??
    byGrpc(value, now) ??
    finding(byTextualCode(value), 1, 'code', codeText(value)) ??
    finding(bySqliteErrcode(numberOf(value, 'errcode') ?? 0), 1, 'errcode', numberOf(value, 'errcode')) ??
    finding(byAwsName(nameOf(value)), 1, 'name', nameOf(value)) ??
    byStatus(value) ??
    finding(byErrno(numberOf(value, 'errno') ?? 0), 0.9, 'errno', numberOf(value, 'errno'))
  )
}

/** The words are put together once they are needed: most looks find nothing. */
function finding(kind: ErrorKind | null, confidence: number, what: string, which: string | number | null): Finding | null {
  return kind === null ? null : { kind, confidence, signal: `${what} ${which}` }
}

/** Stopped on purpose, unless a timeout did it: `timers/promises` wraps the TimeoutError of its signal in an AbortError. */
function byAbort({ value, depth }: Link, chain: readonly Link[]): Finding | null {
  const code = codeText(value)
  const name = nameOf(value)
  if (!ABORT_CODES.has(code) && !ABORT_NAMES.has(name)) return null
  const isTimeout = chain.some((link) => link.depth > depth && TIMEOUT_NAMES.has(nameOf(link.value)))
  if (isTimeout) return { kind: KINDS.timeout, confidence: 1, signal: 'a TimeoutError behind the AbortError' }
  return { kind: KINDS.cancelled, confidence: 1, signal: ABORT_CODES.has(code) ? `code ${code}` : `name ${name}` }
}

/** A number alone could be anything's: gRPC's errors also have `details` or `metadata`. */
function byGrpc(value: unknown, now: number): Finding | null {
  const code = numberOf(value, 'code')
  if (code === null) return null
  const looksLikeGrpc = property(value, 'details') !== undefined || property(value, 'metadata') !== undefined
  if (!looksLikeGrpc) return null
  return finding(byGrpcStatus(code, retryAfterMs(value, now) !== null), 1, 'gRPC status', code)
}

function byTextualCode(value: unknown): ErrorKind | null {
  const code = codeText(value)
  return byCode(code) ?? bySqlState(code)
}

/** Old libraries write the code's text into `errno`. */
function codeText(value: unknown): string {
  return textOf(value, 'code') ?? textOf(value, 'errno') ?? ''
}

function byStatus(value: unknown): Finding | null {
  const status = statusOf(value)
  if (status === null) return null
  const isLimit = status === 403 && isRateLimited(value)
  return finding(isLimit ? KINDS.rateLimit : byHttpStatus(status), 0.95, 'status', status)
}

/** Where the libraries put the status: on the error, on its response, in AWS's `$metadata`, or in a code of three digits. */
function statusOf(value: unknown): number | null {
  const response = property(value, 'response')
  const places = [
    property(value, 'status'),
    property(value, 'statusCode'),
    property(response, 'status'),
    property(response, 'statusCode'),
    property(property(value, '$metadata'), 'httpStatusCode'),
    property(value, 'code'),
  ]
  const found = places.find((place) => (typeof place === 'number' || typeof place === 'string') && /^[45]\d\d$/.test(`${place}`))
  return found === undefined ? null : Number(found)
}

function byName({ value }: Link): Finding | null {
  const name = nameOf(value)
  const kind = NAMES.get(name)
  return kind === undefined ? null : { kind: KINDS[kind], confidence: 0.9, signal: `name ${name}` }
}

function byMistake({ value }: Link): Finding | null {
  const message = messageOf(value)
  const refused = byFetchRefusal(message)
  if (refused !== null) return { kind: refused, confidence: 0.9, signal: `the words "${message}"` }
  const isFetch = message === 'fetch failed' || message === 'terminated'
  return MISTAKES.has(nameOf(value)) && !isFetch ? { kind: KINDS.bug, confidence: 0.8, signal: `name ${nameOf(value)}` } : null
}

function byWords({ value }: Link): Finding | null {
  const found = byText(messageOf(value).slice(0, MAX_MESSAGE))
  return found === null ? null : { kind: found.kind, confidence: found.confidence, signal: `the words "${found.words}"` }
}
