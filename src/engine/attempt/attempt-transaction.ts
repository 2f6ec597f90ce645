import type { EntityManager } from '@mikro-orm/sqlite'
import type { Clock } from '../../operation/clock.ts'
import { InvalidInputError } from '../../operation/errors.ts'
import { TransactionTimeoutError } from '../../operation/function-errors.ts'
import { copyJson, type Json, toJson } from '../../operation/json.ts'
import type { Store } from '../../operation/store.ts'
import { withinLimit } from '../within-limit.ts'
import type { StepOf } from './attempt-steps.ts'
import type { AttemptWriter } from './attempt-writer.ts'

export type InTransaction<T> = (entityManager: EntityManager) => T | Promise<T>

interface NamedTransaction {
  readonly name: string
  readonly fn: InTransaction<unknown> | undefined
  readonly stepOf: StepOf
}

/** Nobody else can write while a transaction is open. */
const LIMIT_MS = 5000

/** Runs `fn` in a transaction that stores the step too. Answers its output. */
export async function runTransaction(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  writer: AttemptWriter,
  { name, fn, stepOf }: NamedTransaction,
): Promise<Json> {
  const transactions = store.ownTransactions
  if (typeof fn !== 'function') {
    throw new InvalidInputError(`What the transaction "${name}" runs must be a function`, { field: 'fn' })
  }
  if (transactions === undefined) {
    throw new InvalidInputError(
      `ctx.transaction needs a store with tables, and the store is ${store.name}; use createRecovery({ store: 'sqlite:PATH' })`,
      { field: 'store' },
    )
  }
  let output: Json = null
  const answer = await transactions.run(async (entityManager) => {
    // What comes later than the limit is rolled back, and its entity manager refuses what is asked of it after that.
    const run = async () => fn(entityManager as EntityManager)
    const value = await withinLimit(clock, LIMIT_MS, run, () => new TransactionTimeoutError(name, LIMIT_MS))
    output = copyJson(toJson(value, `output of transaction "${name}"`))
    return writer.changeOf({ steps: [stepOf(output)] })
  })
  writer.accept(answer)
  return output
}
