import type { Change } from '../../operation/change.ts'
import type { Clock } from '../../operation/clock.ts'
import { AttemptStoppedError } from '../../operation/errors.ts'
import type { Json } from '../../operation/json.ts'
import type { Step } from '../../operation/step.ts'
import type { CommitAnswer, Store } from '../../operation/store.ts'
import { transition } from '../../operation/transition.ts'
import { commitFailure, commitOne } from '../write.ts'
import type { RunningAttempt } from './running-attempt.ts'

interface Checkpoint {
  readonly steps: readonly Step[]
  readonly checkpoint?: Json
}

/** Writes what a running attempt stores of itself, fenced by its token. */
export class AttemptWriter {
  readonly #store: Store
  readonly #clock: Clock
  readonly #attempt: RunningAttempt

  constructor(store: Store, clock: Clock, attempt: RunningAttempt) {
    this.#store = store
    this.#clock = clock
    this.#attempt = attempt
  }

  /** @throws AttemptStoppedError when the attempt may not write any more; what the store's answer says otherwise */
  async write(what: Checkpoint): Promise<void> {
    this.accept(await commitOne(this.#store, this.changeOf(what)))
    if (what.checkpoint !== undefined) this.#attempt.operation = { ...this.#attempt.operation, checkpoint: what.checkpoint }
  }

  /** The change to commit. @throws AttemptStoppedError */
  changeOf(what: Checkpoint): Change {
    // An attempt that is handed over still holds its lease: what it has done until then is kept.
    if (this.#attempt.stopCause !== 'handed over') this.mustRun()
    const { claim, progress } = this.#attempt
    const command = { type: 'checkpoint', token: claim.token, progress, ...what } as const
    const outcome = transition(this.#attempt.operation, command, this.#clock.now())
    if (outcome.kind !== 'changed') throw this.#stopped()
    return outcome.change
  }

  /** @throws the error that an answer stands for, unless the change was committed */
  accept(answer: CommitAnswer): void {
    if (answer.kind === 'committed') {
      this.#attempt.lastSignAt = this.#clock.now()
      return
    }
    if (answer.kind === 'stale' || answer.kind === 'conflict' || answer.kind === 'duplicate') throw this.#stopped()
    throw commitFailure(answer)
  }

  /** @throws AttemptStoppedError */
  mustRun(): void {
    if (this.#attempt.stopCause !== null) throw this.#stopped()
  }

  #stopped(): AttemptStoppedError {
    this.#attempt.stop('superseded')
    return new AttemptStoppedError(this.#attempt.stopCause ?? 'superseded')
  }
}
