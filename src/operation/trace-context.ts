/** The place in a trace that an operation was started from, as W3C Trace Context writes it. Stored for ever. */
export interface TraceContext {
  /** `00-<trace id>-<span id>-<flags>`, lower case. */
  readonly traceparent: string
  readonly tracestate: string | null
}

/** The parts of a `traceparent`. */
export interface TraceParent {
  /** 32 hexadecimal digits, not all zero. */
  readonly traceId: string
  /** 16 hexadecimal digits, not all zero. */
  readonly spanId: string
  /** 0 to 255; the lowest bit says that the trace is recorded. */
  readonly flags: number
}

const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/
const MAX_STATE = 512
const MAX_MEMBERS = 32
const KEY = '[a-z0-9][a-z0-9_\\-*/]{0,255}|[a-z0-9][a-z0-9_\\-*/]{0,240}@[a-z][a-z0-9_\\-*/]{0,13}'
// Printable, without comma and equals sign; no blank at the end.
const MEMBER = new RegExp(`^(?:${KEY})=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]$`)

/**
 * Reads what a caller sent. Headers come from anywhere, so whatever the standard does not allow counts as absent: a bad
 * `traceparent` altogether, a bad `tracestate` alone.
 */
export function readTraceContext(traceparent: string | undefined, tracestate?: string): TraceContext | null {
  const parent = traceparent === undefined ? null : parseTraceparent(traceparent)
  if (parent === null) return null
  return { traceparent: formatTraceparent(parent), tracestate: tracestate === undefined ? null : cleanState(tracestate) }
}

/** Null when it is not one. One of a later version of the standard is read as far as this one goes. */
export function parseTraceparent(text: string): TraceParent | null {
  const [, version, traceId = '', spanId = '', flags = '', more] = FORM.exec(text) ?? []
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return null
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null
  return { traceId, spanId, flags: Number.parseInt(flags, 16) }
}

export function formatTraceparent({ traceId, spanId, flags }: TraceParent): string {
  return `00-${traceId}-${spanId}-${flags.toString(16).padStart(2, '0')}`
}

function cleanState(text: string): string | null {
  const members = text
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '')
  const clean = members.join(',')
  const isGood = members.length > 0 && members.length <= MAX_MEMBERS && members.every((member) => MEMBER.test(member))
  return isGood && clean.length <= MAX_STATE ? clean : null
}

/** As one text, for a column; a `traceparent` has no blank in it. */
export function traceContextText(context: TraceContext | null): string | null {
  if (context === null) return null
  return context.tracestate === null ? context.traceparent : `${context.traceparent} ${context.tracestate}`
}

/** The reverse of `traceContextText`. */
export function traceContextOf(text: string | null): TraceContext | null {
  if (text === null) return null
  const blank = text.indexOf(' ')
  return blank === -1 ? readTraceContext(text) : readTraceContext(text.slice(0, blank), text.slice(blank + 1))
}
