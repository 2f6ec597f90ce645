import type { Change } from '../../../src/operation/change.ts'
import type { NewOperation, Operation } from '../../../src/operation/operation.ts'
import type { Store } from '../../../src/operation/store.ts'
import { ERROR, FATAL } from '../../operation/situations.ts'
import { begin, commit, complete, created, following } from '../../store/stores.ts'

/** States in which a server leaves what it finds in its store. */
export const RESTING = ['pending', 'recovering', 'paused', 'success', 'failed', 'exhausted', 'cancelled'] as const
export type Resting = (typeof RESTING)[number]

interface Seed extends Partial<NewOperation> {
  readonly id: string
  readonly state: Resting
}

const FAR = Date.UTC(2100, 0, 1)
// As many as a store is given at once without a long silence.
const AT_ONCE = 1000

/** Operations with the history that leads to their states; what is not said is ordinary. `now` is when they were created. */
export async function seed(store: Store, seeds: readonly Seed[], now = Date.now()): Promise<void> {
  for (let from = 0; from < seeds.length; from += AT_ONCE) await write(store, seeds.slice(from, from + AT_ONCE), now)
}

/** One operation of each state; each is called after its own, such as `op-paused`. */
export function seedOfEachState(store: Store): Promise<void> {
  return seed(
    store,
    RESTING.map((state) => ({ id: `op-${state}`, state })),
  )
}

/** Many operations, `op-0` and so on, of all states in turn, the last one created last. */
export function seedMany(store: Store, count: number): Promise<void> {
  return seed(
    store,
    Array.from({ length: count }, (_, n) => ({ id: `op-${n}`, state: RESTING[n % RESTING.length] ?? 'pending' })),
  )
}

/** A commit takes one change of each operation, so histories are written a round of changes at a time. */
async function write(store: Store, seeds: readonly Seed[], now: number): Promise<void> {
  const histories = seeds.map((given, n) => history(given, now + n))
  for (let round = 0; histories.some((changes) => changes.length > round); round++) {
    const changes = histories.flatMap((all) => all[round] ?? [])
    const answers = await commit(store, ...changes)
    if (answers.some((kind) => kind !== 'committed')) throw new Error(`The store answered ${[...new Set(answers)].join(', ')}`)
  }
}

function history({ state, ...given }: Seed, now: number): readonly Change[] {
  const attempts = state === 'exhausted' ? (given.maxAttempts ?? 3) : Number(state !== 'pending' && state !== 'paused')
  const runAt = attempts === 0 ? FAR : null
  const changes = [created(given.id, { functionName: 'scripted', input: { script: [] }, runAt, ...given }, now)]
  const current = () => changes.at(-1)?.operation as Operation
  const add = (make: (operation: Operation) => Change) => changes.push(make(current()))
  for (let attempt = 1; attempt <= attempts; attempt++) {
    add((operation) => begin(operation, now))
    add((operation) => (state === 'success' ? complete(operation, now) : failing(operation, state, now)))
  }
  if (state === 'paused') add((operation) => following(operation, { type: 'pause', actor: null }, now))
  if (state === 'cancelled') add((operation) => following(operation, { type: 'cancel', actor: null, reason: 'not needed' }, now))
  return changes
}

function failing(operation: Operation, state: Resting, now: number): Change {
  const error = state === 'failed' ? FATAL : ERROR
  const delayMs = state === 'exhausted' ? 0 : FAR - now
  const retry = state === 'failed' ? null : { delayMs, strategy: 'fixed' }
  return following(operation, { type: 'fail', token: operation.token ?? '', error, timedOut: false, retry }, now)
}
