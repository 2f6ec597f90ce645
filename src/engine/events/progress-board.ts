import type { Clock, Timer } from '../../operation/clock.ts'
import { isRunning, type Operation } from '../../operation/operation.ts'
import { atRest, type Progress, toProgress } from '../../operation/progress.ts'
import { ProgressRate } from '../../operation/progress-rate.ts'
import type { ProgressWrite, Store } from '../../operation/store.ts'
import { redactText } from '../../policy/redact.ts'
import type { RunningAttempt } from '../attempt/running-attempt.ts'
import type { RunningAttempts } from '../attempt/running-attempts.ts'
import { QuietRates } from './quiet-rates.ts'

const PUBLISH_MS = 100
const SAVE_MS = 1000

/** Told of progress and of finished steps, at most once per operation and tenth of a second. */
export type ProgressListener = (attempt: RunningAttempt, at: number) => void

/** How far what runs here has come: published ten times a second; the live progress is stored once a second. */
export class ProgressBoard {
  readonly #store: Store
  readonly #clock: Clock
  readonly #running: RunningAttempts
  readonly #publish: ProgressListener
  readonly #unpublished = new Set<RunningAttempt>()
  readonly #unsaved = new Set<RunningAttempt>()
  readonly #quiet: QuietRates
  #timer: Timer | null = null
  #savedAt = 0
  #saving: Promise<void> = Promise.resolve()

  constructor(store: Store, clock: Clock, running: RunningAttempts, publish: ProgressListener) {
    this.#store = store
    this.#clock = clock
    this.#running = running
    this.#publish = publish
    this.#quiet = new QuietRates(clock, (attempt) => this.#fellSilent(attempt))
  }

  /** @throws InvalidInputError when the report is no progress */
  report(attempt: RunningAttempt, report: Partial<Progress>): void {
    const progress = withoutSecrets(toProgress(report))
    // What a function left running does not speak for it any more.
    if (attempt.answer !== null) return
    const now = this.#clock.now()
    attempt.rate ??= new ProgressRate()
    const rate = attempt.rate.observe(progress, now)
    // What the function itself says of its speed, it knows better.
    attempt.progress = rate === null || progress.rate !== undefined ? progress : { ...progress, rate }
    attempt.lastSignAt = now
    // Its end has been told, or is about to be.
    if (attempt.stopCause !== null) return
    if (attempt.progress.rate !== undefined) this.#quiet.watch(attempt)
    this.#tellSoon(attempt)
  }

  /** One more step of the attempt is stored. */
  stepStored(attempt: RunningAttempt): void {
    if (attempt.stopCause === null && attempt.answer === null) this.#publishSoon(attempt)
  }

  /** The attempt has ended: its last progress goes with the commit of its end. */
  forget(attempt: RunningAttempt): void {
    this.#quiet.forget(attempt)
    this.#unpublished.delete(attempt)
    this.#unsaved.delete(attempt)
  }

  /** The row with the live progress of its running attempt laid over the stored one. */
  overlay<T extends Operation>(operation: T): T {
    // Earlier versions stored the rate of what had ended or was paused.
    const stored = isRunning(operation) ? operation.progress : atRest(operation.progress)
    const { progress = stored } = this.#running.progressOf(operation)
    return progress === operation.progress ? operation : { ...operation, progress }
  }

  async stop(): Promise<void> {
    this.#quiet.stop()
    this.#timer?.cancel()
    this.#timer = null
    await this.#saving
  }

  /** It runs, and nothing is heard of it: a rate would be told for ever as if all went well, and a time left too. */
  #fellSilent(attempt: RunningAttempt): void {
    if (attempt.stopCause !== null) return
    attempt.progress = atRest(attempt.progress)
    this.#tellSoon(attempt)
  }

  #tellSoon(attempt: RunningAttempt): void {
    this.#unsaved.add(attempt)
    this.#publishSoon(attempt)
  }

  #publishSoon(attempt: RunningAttempt): void {
    this.#unpublished.add(attempt)
    this.#timer ??= this.#clock.timer(PUBLISH_MS, () => this.#tick())
  }

  #tick(): void {
    this.#timer = null
    const now = this.#clock.now()
    for (const attempt of this.#unpublished) {
      // Its end, or the pause, has been told already: progress must not follow it.
      if (attempt.stopCause === null) this.#publish(attempt, now)
    }
    this.#unpublished.clear()
    if (this.#unsaved.size > 0 && now - this.#savedAt >= SAVE_MS) this.#save(now)
    if (this.#unsaved.size > 0) this.#timer = this.#clock.timer(PUBLISH_MS, () => this.#tick())
  }

  #save(now: number): void {
    this.#savedAt = now
    const writes: ProgressWrite[] = []
    for (const { operation, claim, progress } of this.#unsaved) {
      if (progress !== null) writes.push({ operationId: operation.id, token: claim.token, progress })
    }
    this.#unsaved.clear()
    this.#saving = this.#saving.then(() => this.#store.saveProgress(writes))
  }
}

/** What functions say of themselves is stored and sent like their errors. Most only report numbers. */
function withoutSecrets(progress: Progress): Progress {
  const { stage, message } = progress
  if (stage === null && message === null) return progress
  return { ...progress, stage: stage && redactText(stage), message: message && redactText(message) }
}
