/** What happened to a circuit breaker; the names are stored for ever. */
export const BREAKER_EVENT_TYPES = [
  'breaker_opened',
  'breaker_half_opened',
  'breaker_closed',
  'breaker_forced_open',
  'breaker_forced_closed',
  'breaker_reset',
] as const
export type BreakerEventType = (typeof BREAKER_EVENT_TYPES)[number]

/** Whether a circuit breaker permits calls. `forced` beside it tells that a person wants it so. */
export const CIRCUIT_STATES = ['closed', 'open', 'half_open'] as const
export type CircuitState = (typeof CIRCUIT_STATES)[number]

/** One entry of the event log about a circuit breaker, with the values of that moment, before it has a position. */
export interface BreakerEvent {
  readonly scope: string
  readonly type: BreakerEventType
  readonly state: CircuitState
  readonly forced: boolean
  /** Failures in a row. */
  readonly failureCount: number
  /** When a probe is permitted; null unless it is open and will close by itself. */
  readonly retryAt: number | null
  /** The error that opened it, or what the person said who changed it. */
  readonly reason: string | null
  /** Who changed it, when a person or a program did. */
  readonly actor: string | null
  readonly at: number
}

/** An entry of the log. Its position comes from the same row of numbers as those of operations' events. */
export interface StoredBreakerEvent extends BreakerEvent {
  readonly position: number
}
