import type { Claim } from '../../operation/dispatcher.ts'
import type { StopCause } from '../../operation/errors.ts'
import type { Operation } from '../../operation/operation.ts'
import type { Progress } from '../../operation/progress.ts'
import type { UnsettledAttempt } from '../attention/stuck.ts'
import type { RunningAttempt } from './running-attempt.ts'

/** What is remembered of functions that ignored their signal: of a program that leaks them, the latest. */
const MOST_IGNORING = 1000

/** The attempts that run on this server, by operation, and the slots they take. */
export class RunningAttempts {
  readonly #byOperation = new Map<string, RunningAttempt>()
  readonly #slots = new Map<string, number>()
  readonly #tokens = new Set<string>()
  readonly #ignoring = new Set<UnsettledAttempt>()

  /** How many slots are taken in all: by attempts that begin, run or have not settled. */
  get taken(): number {
    return this.#tokens.size
  }

  takenBy(functionName: string): number {
    return this.#slots.get(functionName) ?? 0
  }

  takeSlot(claim: Claim): void {
    this.#tokens.add(claim.token)
    this.#slots.set(claim.functionName, this.takenBy(claim.functionName) + 1)
  }

  freeSlot(claim: Claim): void {
    this.#tokens.delete(claim.token)
    this.#slots.set(claim.functionName, this.takenBy(claim.functionName) - 1)
  }

  /** Whether this token was given out by this server and its attempt has not settled. */
  holds(token: string): boolean {
    return this.#tokens.has(token)
  }

  add(attempt: RunningAttempt): void {
    this.#byOperation.set(attempt.operation.id, attempt)
  }

  remove(attempt: RunningAttempt): void {
    if (this.#byOperation.get(attempt.operation.id) === attempt) this.#byOperation.delete(attempt.operation.id)
  }

  get(operationId: string): RunningAttempt | undefined {
    return this.#byOperation.get(operationId)
  }

  /** Its slot is given to others, and it may be run again, while its function still runs: until that settles, if it ever does. */
  ignoresSignal(attempt: RunningAttempt): void {
    const { operation, stopCause, signalledAt } = attempt
    if (stopCause === null || signalledAt === null) return
    const { id: operationId, functionName } = operation
    // Not the attempt itself, which holds its input: it may never settle.
    const ignoring = { operationId, functionName, stopped: { cause: stopCause, at: signalledAt }, lastSignAt: signalledAt }
    this.#ignoring.add(ignoring)
    attempt.onLateEnd(() => this.#ignoring.delete(ignoring))
    const [oldest] = this.#ignoring
    if (this.#ignoring.size > MOST_IGNORING && oldest !== undefined) this.#ignoring.delete(oldest)
  }

  /** Those whose functions ignored their signal and have not settled yet; at most 1,000. */
  ignoring(): readonly UnsettledAttempt[] {
    return [...this.#ignoring]
  }

  /** The live progress of the operation's attempt, as a part of a command; empty when it does not run here. */
  progressOf(operation: Operation): { readonly progress?: Progress | null } {
    const attempt = this.#byOperation.get(operation.id)
    return attempt === undefined || attempt.claim.token !== operation.token ? {} : { progress: attempt.progress }
  }

  all(): readonly RunningAttempt[] {
    return [...this.#byOperation.values()]
  }

  /** Whoever changed the row, its attempt must stop when it holds the lease no more. */
  follow(operation: Operation): void {
    const attempt = this.#byOperation.get(operation.id)
    if (attempt === undefined || attempt.claim.token === operation.token) return
    attempt.stop(CAUSES[operation.state] ?? 'superseded')
  }
}

const CAUSES: Partial<Record<Operation['state'], StopCause>> = {
  paused: 'paused',
  cancelled: 'cancelled',
  exhausted: 'past its deadline',
}
