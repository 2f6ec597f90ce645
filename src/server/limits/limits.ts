/** What one server, one connection and one caller may use. A rate of 0 sets no limit; `…Timeout` are milliseconds. */
export interface Limits {
  /** Connections of all kinds at once. */
  readonly maxConnections: number
  /** Operations that one WebSocket may have running at once. */
  readonly maxSubscriptions: number
  /** Messages a second that a client may send over one WebSocket or socket.io connection. */
  readonly messageRate: number
  /** Requests a second of one token, or of one address when callers have no tokens. */
  readonly requestRate: number
  /** After how long a WebSocket is closed that has no subscription and says nothing. */
  readonly idleTimeout: number
  /** How long a client may take to send a request; its headers at most 10 s of it. Answers may take as long as they like. */
  readonly requestTimeout: number
}

/** What holds for a server that is told nothing else: only what bounds its memory. */
export const DEFAULT_LIMITS: Limits = {
  maxConnections: 10_000,
  maxSubscriptions: 256,
  messageRate: 0,
  requestRate: 0,
  idleTimeout: 300_000,
  requestTimeout: 30_000,
}

/** How much of a rate may come at once after a silence, in seconds of it. */
const BURST_SECONDS = 5

/** A rate with its burst. */
export function rateOf(perSecond: number) {
  return { rate: perSecond, burst: perSecond * BURST_SECONDS }
}
