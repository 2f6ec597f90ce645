import type { Clock } from '../operation/clock.ts'
import type { Operation, RunningOperation, WaitingOperation } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import { transition } from '../operation/transition.ts'
import { Alarm } from './alarm.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import { commitOne } from './write.ts'

const BATCH = 200
const RETRY_MS = 1000

/** Ends operations whose deadline passes, whether they wait or run; it needs no slot for that. */
export class DeadlineWatch {
  readonly #store: Store
  readonly #clock: Clock
  readonly #running: RunningAttempts
  readonly #alarm: Alarm
  #open = false
  #sweeping: Promise<void> = Promise.resolve()

  constructor(store: Store, clock: Clock, running: RunningAttempts) {
    this.#store = store
    this.#clock = clock
    this.#running = running
    this.#alarm = new Alarm(clock, () => this.#ring())
  }

  async start(): Promise<void> {
    this.#open = true
    this.#ring()
    await this.#sweeping
  }

  async stop(): Promise<void> {
    this.#open = false
    this.#alarm.clear()
    await this.#sweeping
  }

  /** Looks for what nobody told of: a commit of unknown outcome may have set a deadline. */
  look(): void {
    if (this.#open) this.#ring()
  }

  follow(operation: Operation): void {
    if (!this.#open || operation.deadlineAt === null || (operation.dueAt === null && operation.token === null)) return
    this.#alarm.set(operation.deadlineAt)
  }

  #ring(): void {
    this.#sweeping = this.#sweep().catch(() => this.#later())
  }

  #later(): void {
    if (this.#open) this.#alarm.set(this.#clock.now() + RETRY_MS)
  }

  async #sweep(): Promise<void> {
    let now = this.#clock.now()
    for (let more = true; more && this.#open; ) {
      now = this.#clock.now()
      const overdue = await this.#store.overdue(now, BATCH)
      const expired = await Promise.all(overdue.map((operation) => this.#expire(operation)))
      // One that could not be expired is still overdue: leave it for later instead of turning in circles.
      if (expired.includes(false)) return this.#later()
      more = overdue.length === BATCH
    }
    // Not the time by now: a deadline that has passed meanwhile would be seen by neither.
    const next = await this.#store.nextDeadlineAt(now)
    if (next !== null && this.#open) this.#alarm.set(next)
  }

  async #expire(operation: WaitingOperation | RunningOperation): Promise<boolean> {
    const progress = this.#running.progressOf(operation)
    const outcome = transition(operation, { type: 'expire', ...progress }, this.#clock.now())
    if (outcome.kind !== 'changed') return false
    return (await commitOne(this.#store, outcome.change)).kind === 'committed'
  }
}
