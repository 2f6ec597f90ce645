import type { Clock } from '../operation/clock.ts'
import { InvalidInputError, NotFoundError, OverloadedError } from '../operation/errors.ts'
import type { NewId } from '../operation/ids.ts'
import type { Json } from '../operation/json.ts'
import type { Operation } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import { transition } from '../operation/transition.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import type { Breakers } from './breakers/breakers.ts'
import { cancelCommand, type PersonCommand, pauseCommand, resumeCommand, retryCommand } from './control-commands.ts'
import type { CancelOptions, ControlOptions, RetryOptions } from './options.ts'
import type { Registry } from './registry.ts'
import { acceptInput } from './standard-schema.ts'
import { commitFailure, commitOne } from './write.ts'

// Each conflict means that somebody else's change went through: this many in a row only happen under a storm.
const MAX_CONFLICTS = 100

export interface ControlParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly registry: Registry
  readonly running: RunningAttempts
  readonly breakers: Breakers
}

/** An operation after a command. */
export interface Controlled {
  readonly operation: Operation
  /** False: what was asked for was so already. */
  readonly changed: boolean
}

/** What a person asks of an operation: read, decide, write; and when somebody else was first, read and decide anew. */
export class Controls {
  readonly #parts: ControlParts

  constructor(parts: ControlParts) {
    this.#parts = parts
  }

  async pause(id: string, options: ControlOptions = {}): Promise<Operation> {
    return (await this.apply(id, pauseCommand(options))).operation
  }

  async resume(id: string, options: ControlOptions = {}): Promise<Operation> {
    return (await this.apply(id, resumeCommand(options))).operation
  }

  async cancel(id: string, options: CancelOptions = {}): Promise<Operation> {
    return (await this.apply(id, cancelCommand(options))).operation
  }

  /** Answers the operation and the id of the attempt that the retry leads to. */
  async retry(id: string, options: RetryOptions = {}): Promise<{ operation: Operation; retryId: string }> {
    const command = retryCommand(options, this.#parts.newId('att'))
    const input = options.input === undefined ? {} : { input: await this.#acceptInput(id, options.input) }
    const { operation } = await this.apply(id, { ...command, ...input })
    return { operation, retryId: operation.nextAttemptId as string }
  }

  /** @throws NotFoundError, what the command is refused with, OverloadedError, StoreUnavailableError */
  async apply(id: string, command: PersonCommand): Promise<Controlled> {
    const { store, clock, running } = this.#parts
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
      const operation = await this.#read(id)
      const order = { ...this.#withCircuit(command, operation), ...running.progressOf(operation) }
      const outcome = transition(operation, order, clock.now())
      if (outcome.kind === 'refused') throw outcome.error
      if (outcome.kind !== 'changed') return { operation, changed: false }
      const answer = await commitOne(store, outcome.change)
      if (answer.kind === 'committed') return { operation: outcome.change.operation, changed: true }
      if (answer.kind !== 'conflict' && answer.kind !== 'stale' && answer.kind !== 'duplicate') throw commitFailure(answer)
    }
    throw new OverloadedError(`Operation "${id}" changes faster than this ${command.type} can be decided; try again`)
  }

  async #read(id: string): Promise<Operation> {
    const operation = await this.#parts.store.operation(id)
    if (operation === null) throw new NotFoundError(id)
    return operation
  }

  /** What the operation's function makes of another input. */
  async #acceptInput(id: string, input: unknown): Promise<Json> {
    const { functionName } = await this.#read(id)
    const definition = this.#parts.registry.get(functionName)
    if (definition.internal) {
      const message = `"${functionName}" gets its input from the system itself; retry the operation without another input`
      throw new InvalidInputError(message, { field: 'input' })
    }
    return acceptInput(definition.input, input)
  }

  /** While its circuit breaker is open, an operation is not retried by hand either. */
  #withCircuit(command: PersonCommand, operation: Operation): PersonCommand {
    if (command.type !== 'retry') return command
    const { input = operation.input } = command
    return { ...command, circuit: this.#parts.breakers.circuitOf({ ...operation, input }) }
  }
}
