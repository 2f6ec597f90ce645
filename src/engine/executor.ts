import type { Clock } from '../operation/clock.ts'
import type { Command, CommandOf } from '../operation/command.ts'
import type { Claim } from '../operation/dispatcher.ts'
import { InvalidInputError, OperationTimeoutError, StoreUnavailableError } from '../operation/errors.ts'
import { ResultRefusedError } from '../operation/function-errors.ts'
import type { NewId } from '../operation/ids.ts'
import { toJson } from '../operation/json.ts'
import { isBlocked, isRunning, isSleeping, isWaiting, type Operation, type RunningOperation } from '../operation/operation.ts'
import type { CommitAnswer, Store } from '../operation/store.ts'
import { transition } from '../operation/transition.ts'
import { type Classified, classify } from '../policy/classifier.ts'
import { AttemptContext } from './attempt/attempt-context.ts'
import { reportEnd } from './attempt/attempt-report.ts'
import { isRefusedByFunction, judgedByFunction, orFallback } from './attempt/attempt-rules.ts'
import type { AttemptWatch } from './attempt/attempt-watch.ts'
import { RunningAttempt } from './attempt/running-attempt.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import { type BreakerPass, refusalBy } from './breakers/breaker-pass.ts'
import type { Breakers } from './breakers/breakers.ts'
import type { Log, Work } from './context.ts'
import type { ProgressBoard } from './events/progress-board.ts'
import { idsOf } from './log-fields.ts'
import type { Definition, Registry } from './registry.ts'
import type { Retries } from './retries.ts'
import type { StoreGate } from './store-gate.ts'
import type { Waiters } from './waiters.ts'
import { commitOne } from './write.ts'

export interface ExecutorParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly registry: Registry
  readonly breakers: Breakers
  readonly running: RunningAttempts
  readonly board: ProgressBoard
  readonly waiters: Waiters
  readonly gate: StoreGate
  readonly retries: Retries
  readonly watch: AttemptWatch
  readonly log: Log
  readonly server: string
  /** How long a function may go on after its signal before its slot is taken from it. */
  readonly abortGraceMs: number
}

type Claimed = Claim & { readonly operation: Operation }
type EndCommand = CommandOf<'complete'> | CommandOf<'fail'> | CommandOf<'hand_over'> | CommandOf<'sleep'>

/** Runs one claimed operation: begin, perform, finish. */
export class Executor {
  readonly #parts: ExecutorParts

  constructor(parts: ExecutorParts) {
    this.#parts = parts
  }

  /** From the claim to its end. Rejects only when the store fails in a way that its answers do not cover. */
  async execute(claim: Claim): Promise<void> {
    const definition = this.#parts.registry.get(claim.functionName)
    const claimed = claim.operation ?? (await this.#parts.store.operation(claim.operationId))
    if (claimed === null) return
    const pass = this.#parts.breakers.ask(definition.name, claimed.input)
    try {
      const operation = await this.#begin({ ...claim, operation: claimed }, definition, pass)
      if (operation === null) return
      const attempt = new RunningAttempt(claim, definition, operation, pass)
      this.#parts.watch.began(attempt, claimed)
      const context = new AttemptContext(this.#parts, attempt)
      await this.#follow(attempt, () => context.run(definition.work), definition.policy.timeoutMs)
    } finally {
      pass.close()
    }
  }

  /** Goes on with an attempt that began outside: `work` answers what the function comes to, `timeoutMs` is what is left to it. */
  adopt(attempt: RunningAttempt, work: Work<never, unknown>, timeoutMs: number | null) {
    this.#parts.watch.began(attempt, null)
    const context = new AttemptContext(this.#parts, attempt)
    return { context, ended: this.#follow(attempt, () => context.run(work), timeoutMs) }
  }

  async #follow(attempt: RunningAttempt, run: () => Promise<unknown>, timeoutMs: number | null): Promise<void> {
    this.#parts.running.add(attempt)
    try {
      await this.#perform(attempt, run, timeoutMs)
      await this.#finish(attempt)
    } finally {
      this.#parts.watch.settled(attempt, this.#parts.clock.now())
      attempt.pass.close()
      this.#parts.board.forget(attempt)
      this.#parts.running.remove(attempt)
    }
  }

  /** Writes the attempt and its token; null when the operation is not to be run now after all. */
  async #begin(claim: Claimed, definition: Definition, pass: BreakerPass): Promise<RunningOperation | null> {
    const { store, clock } = this.#parts
    let operation: Operation | null = claim.operation
    while (operation !== null && isWaiting(operation)) {
      const now = clock.now()
      const outcome = transition(operation, this.#opening(operation, claim, definition, pass, now), now)
      if (outcome.kind !== 'changed') return null
      const answer = await commitOne(store, outcome.change)
      if (answer.kind === 'committed') return this.#opened(outcome.change.operation, pass)
      if (answer.kind !== 'conflict' && answer.kind !== 'unknown') return this.#notBegun(operation, answer)
      const row = await store.operation(claim.operationId)
      // It was written after all: nobody else has this token.
      if (row !== null && isRunning(row) && row.token === claim.token) return this.#opened(row, pass)
      if (answer.kind === 'unknown') return this.#notBegun(operation, answer)
      operation = row
    }
    return null
  }

  /** What is to be done with an operation that is due. */
  #opening(operation: Operation, { token }: Claim, { policy }: Definition, pass: BreakerPass, now: number): Command {
    const { newId, server, waiters } = this.#parts
    if (operation.deadlineAt !== null && operation.deadlineAt <= now) return { type: 'expire' }
    const begin = { type: 'begin', attemptId: newId('att'), token, server } as const
    // An attempt that slept was permitted when it began.
    if (pass.refusedBy === null || isSleeping(operation)) return begin
    const whenOpen = policy.breaker?.whenOpen ?? 'wait'
    const { error, command } = refusalBy(pass.refusedBy, whenOpen, now)
    if (whenOpen === 'fail') waiters.noteCause(operation.id, error)
    return command
  }

  #opened(operation: Operation, pass: BreakerPass): RunningOperation | null {
    if (isBlocked(operation) && pass.refusedBy !== null) this.#parts.breakers.held(pass.refusedBy)
    return isRunning(operation) ? operation : null
  }

  /** It is still due and will be claimed again, but not at once: a store that refuses would be asked without end. */
  #notBegun(operation: Operation, answer: CommitAnswer): null {
    if ('error' in answer) {
      if (answer.kind !== 'unavailable')
        this.#parts.log.error({ ...idsOf(operation), err: answer.error }, 'An attempt could not begin')
      this.#parts.gate.trouble(answer.error)
    }
    return null
  }

  /** Runs the function until it settles. One that must stop has `abortGraceMs` for it. */
  async #perform(attempt: RunningAttempt, run: () => Promise<unknown>, leftMs: number | null): Promise<void> {
    const { clock, abortGraceMs } = this.#parts
    attempt.start(run)
    await attempt.settledStoppedOrTimedOut(clock, leftMs)
    if (attempt.answer !== null || attempt.sleepUntil !== null) return
    attempt.signalledAt = clock.now()
    if (attempt.stopCause === null) await this.#timeOut(attempt)
    await attempt.settledOrLate(clock, abortGraceMs)
    if (attempt.answer === null) {
      const fields = { ...idsOf(attempt.operation), stopCause: attempt.stopCause, abortGraceMs }
      this.#parts.running.ignoresSignal(attempt)
      this.#parts.log.warn(fields, 'The function ignores its signal; its slot is given to others')
    }
  }

  /** Commits at once: neither a person nor the next attempt waits for a function that hangs. */
  async #timeOut(attempt: RunningAttempt): Promise<void> {
    attempt.stop('timed out')
    const error = new OperationTimeoutError(attempt.definition.policy.timeoutMs as number)
    await this.#end(attempt, this.#failure(attempt, error, true))
  }

  async #finish(attempt: RunningAttempt): Promise<void> {
    const { answer, stopCause, sleepUntil } = attempt
    if (sleepUntil !== null) return this.#end(attempt, { type: 'sleep', ...this.#spoken(attempt), until: sleepUntil })
    if (stopCause !== null && stopCause !== 'handed over') return
    if (answer?.kind === 'returned') return this.#end(attempt, this.#success(attempt, answer.value))
    if (stopCause === 'handed over') return this.#end(attempt, { type: 'hand_over', ...this.#spoken(attempt) })
    if (answer !== null) await this.#end(attempt, this.#failure(attempt, answer.error, false))
  }

  #spoken(attempt: RunningAttempt) {
    return { token: attempt.claim.token, progress: attempt.progress }
  }

  #success(attempt: RunningAttempt, value: unknown): EndCommand {
    try {
      const result = toJson(value, 'result')
      if (isRefusedByFunction(attempt, result, this.#parts.log)) return this.#failure(attempt, new ResultRefusedError(), false)
      return { type: 'complete', ...this.#spoken(attempt), result }
    } catch (error) {
      return this.#failure(attempt, error, false)
    }
  }

  #failure(attempt: RunningAttempt, thrown: unknown, timedOut: boolean): EndCommand {
    const { retries, waiters } = this.#parts
    const { operation, definition } = attempt
    waiters.noteCause(operation.id, thrown)
    const classified = this.#classify(attempt, thrown)
    attempt.thrown = thrown
    attempt.outcome = classified.breaker
    attempt.category = classified.error.category
    const error = judgedByFunction(attempt, thrown, classified.error, this.#parts.log)
    return retries.afterFailure(definition, operation, { ...this.#spoken(attempt), error, timedOut })
  }

  #classify({ operation, definition }: RunningAttempt, thrown: unknown): Classified {
    const { clock, log } = this.#parts
    const context = { functionName: definition.name, attempt: operation.attempt }
    const classified = classify(thrown, clock.now(), definition.policy.classifiers, context)
    for (const fault of classified.faults) log.warn({ ...idsOf(operation), fault }, 'A classifier is at fault and was ignored')
    return classified
  }

  async #end(attempt: RunningAttempt, command: EndCommand): Promise<void> {
    const { clock, gate, store } = this.#parts
    // Before anybody else is told: who begins next is asked of a breaker that knows.
    if (command.type === 'complete' || command.type === 'fail') {
      attempt.pass.ended(command, attempt.outcome, clock.now() - attempt.operation.updatedAt)
    }
    const outcome = transition(attempt.operation, command, clock.now())
    if (outcome.kind !== 'changed') return
    if (command.type === 'fail' && outcome.change.operation.finishedAt !== null) {
      const last = await orFallback(attempt, command, this.#parts)
      if (last.type === 'complete') return this.#end(attempt, last)
    }
    const answer = await gate.keepTrying(async () => this.#known(attempt, await commitOne(store, outcome.change)))
    if (answer.kind === 'committed') return this.#committed(attempt, outcome.change.operation)
    if (answer.kind !== 'rejected') return
    this.#parts.log.error({ ...idsOf(attempt.operation), err: answer.error }, 'The store refused the end of an attempt')
    // Such as a result too big for it: the operation must end all the same, with an error that says why.
    if (command.type !== 'complete') return
    const refused = new InvalidInputError('The result cannot be stored; answer a smaller one', {
      field: 'result',
      cause: answer.error,
    })
    await this.#end(attempt, this.#failure(attempt, refused, false))
  }

  /** Settles an answer of unknown outcome by looking: while the row holds our token, the change was not written. */
  async #known(attempt: RunningAttempt, answer: CommitAnswer): Promise<CommitAnswer> {
    if (answer.kind !== 'unknown') return answer
    const row = await this.#parts.store.operation(attempt.operation.id)
    if (row?.token !== attempt.claim.token) return { kind: 'committed' }
    return { kind: 'unavailable', error: new StoreUnavailableError(answer.error.message, { cause: answer.error }) }
  }

  #committed({ definition, operation, startedAt }: RunningAttempt, after: Operation): void {
    // A fallback's answer is a success that remembers the error: it says nothing good about the function.
    if (after.state === 'success' && after.error === null) this.#parts.retries.afterSuccess(definition, operation, startedAt)
    reportEnd(this.#parts.log, operation, after)
  }
}
