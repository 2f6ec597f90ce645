import type { StopCause } from '../../operation/errors.ts'

/** Why an operation does not get on. */
export type StuckKind = 'overdue' | 'silent' | 'ignores_signal' | 'unknown_function'

/** An operation that does not get on, though it should. */
export interface StuckOperation {
  readonly operationId: string
  readonly functionName: string
  readonly kind: StuckKind
  /** What holds it up, and what a person can do, in plain words. */
  readonly reason: string
  /** Since when, in milliseconds since the epoch. */
  readonly since: number
}

/** An attempt of this process whose function has not settled. */
export interface UnsettledAttempt {
  readonly operationId: string
  readonly functionName: string
  /** Why it was told to stop, and when; null while it may go on. */
  readonly stopped: { readonly cause: StopCause; readonly at: number } | null
  /** When it last reported progress, stored something, or began. */
  readonly lastSignAt: number
}

/** An operation that is due and that nobody has taken up. */
export interface DueOperation {
  readonly id: string
  readonly functionName: string
  readonly dueAt: number
}

/** Slots of attempts, and how many of them are taken. */
export interface Slots {
  readonly taken: number
  readonly limit: number
}

/** What decides whether operations of a function are begun on this server. */
export interface Ground {
  readonly registered: boolean
  /** Whether anything is begun: the engine is open, and its store can be written. */
  readonly claiming: boolean
  /** Of the function. */
  readonly own: Slots
  /** Of all functions; null for those that take none of these. */
  readonly shared: Slots | null
}

/** What is due for no longer than this is about to be taken up. */
export const OVERDUE_MS = 60_000
/** A function that is silent for no longer than this is at work. */
export const SILENT_MS = 600_000
/** A function may tidy up for so long after its signal. */
export const SIGNAL_MS = 10_000

/** Whether an attempt hangs; null when it does not. */
export function stuckAttempt(attempt: UnsettledAttempt, now: number): StuckOperation | null {
  const { operationId, functionName, stopped, lastSignAt } = attempt
  if (stopped !== null) {
    if (now - stopped.at <= SIGNAL_MS || stopped.cause === 'put to sleep') return null
    const reason = `${STOPS[stopped.cause]}, but its function still runs: it does not heed its signal (\`ctx.signal\`)`
    return { operationId, functionName, kind: 'ignores_signal', reason, since: stopped.at }
  }
  if (now - lastSignAt <= SILENT_MS) return null
  const minutes = SILENT_MS / 60_000
  const reason = `Its attempt runs, but has neither reported progress nor stored anything for more than ${minutes} minutes; if it hangs, pause or cancel it, and give the function a timeout`
  return { operationId, functionName, kind: 'silent', reason, since: lastSignAt }
}

const STOPS: Readonly<Record<Exclude<StopCause, 'put to sleep'>, string>> = {
  paused: 'It was paused',
  cancelled: 'It was cancelled',
  'timed out': 'Its attempt took longer than its timeout',
  'past its deadline': 'Its deadline has passed',
  'handed over': 'The server is stopping',
  superseded: 'Its attempt was given up for another',
}

/** Why an operation is not taken up that has been due for too long; null when it has not. */
export function stuckInLine({ id, functionName, dueAt }: DueOperation, ground: Ground, now: number): StuckOperation | null {
  if (now - dueAt <= OVERDUE_MS) return null
  const kind = ground.registered ? 'overdue' : 'unknown_function'
  return { operationId: id, functionName, kind, reason: whyNotBegun(functionName, ground), since: dueAt }
}

function whyNotBegun(functionName: string, { registered, claiming, own, shared }: Ground): string {
  const name = `"${functionName}"`
  if (!registered)
    return `No function named ${name} is registered on this server; start it with that function, or cancel the operation`
  if (!claiming) return 'This server begins nothing now: its store cannot be written, or it is stopping'
  if (own.taken >= own.limit) return `No slot is free: ${slots(own)} of ${name} are taken; raise its concurrency or wait`
  if (shared !== null && shared.taken >= shared.limit) {
    return `No slot is free: ${slots(shared)} of this server are taken; raise its concurrency or wait`
  }
  return 'A slot is free: it is taken up next, unless its earlier attempt has not settled yet'
}

function slots({ taken, limit }: Slots): string {
  return `${taken} of ${limit}`
}
