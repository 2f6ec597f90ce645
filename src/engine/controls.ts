import type { Clock } from '../operation/clock.ts'
import type { Command } from '../operation/command.ts'
import { InvalidInputError, NotFoundError, OverloadedError } from '../operation/errors.ts'
import type { NewId } from '../operation/ids.ts'
import type { Operation } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import { transition } from '../operation/transition.ts'
import { inRange } from '../policy/checks.ts'
import { MAX_ATTEMPTS } from '../policy/policy.ts'
import { redactText } from '../policy/redact.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import type { Breakers } from './breakers/breakers.ts'
import type { CancelOptions, ControlOptions, RetryOptions } from './options.ts'
import { commitFailure, commitOne } from './write.ts'

const MAX_REASON = 1000
const MAX_ACTOR = 255
// Each conflict means that somebody else's change went through: this many in a row only happen under a storm.
const MAX_CONFLICTS = 100

type PersonCommand = Extract<Command, { type: 'pause' | 'resume' | 'retry' | 'cancel' }>

/** What a person asks of an operation: read, decide, write; and when somebody else was first, read and decide anew. */
export class Controls {
  readonly #store: Store
  readonly #clock: Clock
  readonly #newId: NewId
  readonly #running: RunningAttempts
  readonly #breakers: Breakers

  constructor(store: Store, clock: Clock, newId: NewId, running: RunningAttempts, breakers: Breakers) {
    this.#store = store
    this.#clock = clock
    this.#newId = newId
    this.#running = running
    this.#breakers = breakers
  }

  pause(id: string, options: ControlOptions = {}): Promise<Operation> {
    return this.#apply(id, { type: 'pause', actor: checkActor(options.actor) })
  }

  resume(id: string, options: ControlOptions = {}): Promise<Operation> {
    return this.#apply(id, { type: 'resume', actor: checkActor(options.actor) })
  }

  async cancel(id: string, options: CancelOptions = {}): Promise<Operation> {
    const reason = options.reason ?? null
    if (reason !== null && (typeof reason !== 'string' || reason.length > MAX_REASON)) {
      throw new InvalidInputError(`reason is a text of at most ${MAX_REASON} characters`, { field: 'reason' })
    }
    return this.#apply(id, {
      type: 'cancel',
      actor: checkActor(options.actor),
      reason: reason === null ? null : redactText(reason),
    })
  }

  /** Answers the operation and the id of the attempt that the retry leads to. */
  async retry(id: string, options: RetryOptions = {}): Promise<{ operation: Operation; retryId: string }> {
    const maxAttempts =
      options.maxAttempts === undefined ? null : inRange(options.maxAttempts, 'maxAttempts', 1, MAX_ATTEMPTS, MAX_ATTEMPTS)
    const operation = await this.#apply(id, {
      type: 'retry',
      actor: checkActor(options.actor),
      force: options.force ?? false,
      maxAttempts,
      attemptId: this.#newId('att'),
      circuit: null,
    })
    return { operation, retryId: operation.nextAttemptId as string }
  }

  async #apply(id: string, command: PersonCommand): Promise<Operation> {
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
      const operation = await this.#store.operation(id)
      if (operation === null) throw new NotFoundError(id)
      const order = { ...this.#withCircuit(command, operation), ...this.#running.progressOf(operation) }
      const outcome = transition(operation, order, this.#clock.now())
      if (outcome.kind === 'refused') throw outcome.error
      if (outcome.kind !== 'changed') return operation
      const answer = await commitOne(this.#store, outcome.change)
      if (answer.kind === 'committed') return outcome.change.operation
      if (answer.kind !== 'conflict' && answer.kind !== 'stale' && answer.kind !== 'duplicate') throw commitFailure(answer)
    }
    throw new OverloadedError(`Operation "${id}" changes faster than this ${command.type} can be decided; try again`)
  }

  /** While its circuit breaker is open, an operation is not retried by hand either. */
  #withCircuit(command: PersonCommand, operation: Operation): PersonCommand {
    return command.type === 'retry' ? { ...command, circuit: this.#breakers.circuitOf(operation) } : command
  }
}

/** Who asks: a name of at most 255 characters, or nobody. */
export function checkActor(actor: string | undefined): string | null {
  if (actor === undefined) return null
  if (typeof actor !== 'string' || actor.length > MAX_ACTOR) {
    throw new InvalidInputError(`actor is a text of at most ${MAX_ACTOR} characters`, { field: 'actor' })
  }
  return actor
}
