/** A timer that can be cancelled before it fires. */
export interface Timer {
  cancel(): void
}

/** The only source of time. Tests own it; `systemClock` (src/engine) is the real one. */
export interface Clock {
  /** Milliseconds since the epoch. Never goes backwards within a process. */
  now(): number
  /** Calls `callback` once, `delayMs` milliseconds from now. A timer does not keep the process alive. */
  timer(delayMs: number, callback: () => void): Timer
}

/** The only source of randomness: a number from 0 (included) to 1 (excluded). */
export type Random = () => number
