import type { Clock, Random } from '../operation/clock.ts'
import type { CommandOf, Delay } from '../operation/command.ts'
import type { RunningOperation } from '../operation/operation.ts'
import { INTERRUPTED, type OperationError } from '../operation/operation-error.ts'
import { transition } from '../operation/transition.ts'
import { budgetUsedUp } from '../policy/budget.ts'
import { givenUp } from '../policy/giving-up.ts'
import type { Policy } from '../policy/policy.ts'
import { decideRetry, type OnStrategyFault, type RetrySituation, waitBefore } from '../policy/retry.ts'
import type { Budgets } from './budgets.ts'
import type { Log } from './context.ts'
import { outageStartedAt } from './outage.ts'
import type { Definition } from './registry.ts'
import type { Samples } from './samples.ts'

interface RetryParts {
  readonly clock: Clock
  readonly random: Random
  readonly samples: Samples
  readonly budgets: Budgets
  readonly log: Log
}

/** For the log, with what it did. */
export const STRATEGY_AT_FAULT = 'The strategy of a function is at fault; exponential waits step in for it'

type Failure = Omit<CommandOf<'fail'>, 'type' | 'retry' | 'ending' | 'limit'>

/** Asks the policies whether and when an operation is tried again, and tells them how attempts went. */
export class Retries {
  readonly #parts: RetryParts
  /** Functions whose strategy was found at fault. */
  readonly #faulty = new Set<string>()

  constructor(parts: RetryParts) {
    this.#parts = parts
  }

  /** The end of an attempt that failed, with what follows. Takes the retry out of the function's budget. */
  afterFailure({ policy, budget }: Definition, operation: RunningOperation, failure: Failure): CommandOf<'fail'> {
    const { error } = failure
    const situation = { ...this.#situation(operation, error), maxAttempts: operation.maxAttempts }
    const command = { type: 'fail', ...failure, retry: this.#decide(operation, policy, situation) } as const
    if (!error.retryable) return command
    // Before the budget is asked: a retry that the deadline forbids must not cost anything.
    const limit = this.#limitOf(operation, command)
    if (limit !== null) return { ...command, limit, ending: givenUp(error, limit) }
    if (budget === null || this.#parts.budgets.spend(budget, error)) return command
    return { ...command, retry: null, limit: 'budget', ending: budgetUsedUp(error, budget.scope) }
  }

  /** The wait after an attempt whose process died: a normal one, of no budget, since the function is not at fault. */
  afterLoss({ policy }: Definition, operation: RunningOperation): Delay {
    return waitBefore(policy, this.#situation(operation, INTERRUPTED), this.#parts.random, this.#onFault(operation))
  }

  /** @param startedAt when the attempt began that succeeded */
  afterSuccess({ budget }: Definition, operation: RunningOperation, startedAt: number): void {
    const retried = operation.attempt > 1 && operation.error?.category !== 'interrupted' ? operation.error : null
    if (budget !== null) this.#parts.budgets.earn(budget, retried)
    if (retried !== null) this.#parts.samples.recovered(operation, startedAt)
  }

  #decide(operation: RunningOperation, policy: Policy, situation: RetrySituation) {
    return decideRetry(policy, situation, this.#parts.random, this.#onFault(operation))
  }

  /** Told once per function: its operations may fail by the thousands. */
  #onFault({ functionName }: RunningOperation): OnStrategyFault {
    return (fault) => {
      if (this.#faulty.has(functionName)) return
      this.#faulty.add(functionName)
      this.#parts.log.warn({ functionName, fault }, STRATEGY_AT_FAULT)
    }
  }

  /** What keeps another attempt from following, or null. */
  #limitOf(operation: RunningOperation, command: CommandOf<'fail'>): 'max_retries' | 'category' | 'deadline' | null {
    if (operation.attempt >= operation.maxAttempts) return 'max_retries'
    if (command.retry === null) return 'category'
    const outcome = transition(operation, command, this.#parts.clock.now())
    return outcome.kind === 'changed' && outcome.change.operation.finishedAt !== null ? 'deadline' : null
  }

  #situation(operation: RunningOperation, error: OperationError) {
    const since = outageStartedAt(operation)
    return {
      failures: operation.attempt,
      previousMs: operation.delayMs,
      elapsedMs: since === null ? 0 : Math.max(0, this.#parts.clock.now() - since),
      error,
      samples: this.#parts.samples.of(operation.functionName, error.category),
    }
  }
}
