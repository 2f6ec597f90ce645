import type { Change } from '../operation/change.ts'
import type { Clock } from '../operation/clock.ts'
import type { Dispatcher } from '../operation/dispatcher.ts'
import type { RunningOperation } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import { transition } from '../operation/transition.ts'
import type { RunningAttempts } from './attempt/running-attempts.ts'
import type { Registry } from './registry.ts'
import type { Retries } from './retries.ts'

const BATCH = 200

export interface TakeUpParts {
  readonly store: Store
  readonly dispatcher: Dispatcher
  readonly clock: Clock
  readonly registry: Registry
  readonly running: RunningAttempts
  readonly retries: Retries
}

/**
 * Takes up what a dead process left running: each such attempt is lost and its operation waits for the next one.
 * Those of functions that are not registered stay as they are, because the next deployment may bring them back.
 * Answers how many were taken up.
 */
export async function takeUpInterrupted(parts: TakeUpParts): Promise<number> {
  let taken = 0
  for (;;) {
    const orphans = await parts.dispatcher.orphans(BATCH)
    if (orphans.length === 0) return taken
    taken += await declareLost(
      parts,
      orphans.filter((operation) => isOrphan(parts, operation)),
    )
  }
}

function isOrphan({ registry, running }: TakeUpParts, operation: RunningOperation): boolean {
  return registry.find(operation.functionName) !== undefined && !running.holds(operation.token)
}

async function declareLost(
  { store, clock, retries, registry }: TakeUpParts,
  orphans: readonly RunningOperation[],
): Promise<number> {
  const changes: Change[] = []
  for (const operation of orphans) {
    const definition = registry.get(operation.functionName)
    const { maxInterruptions } = definition.policy
    const retry = retries.afterLoss(definition, operation)
    const command = { type: 'lost', token: operation.token, retry, maxInterruptions } as const
    const outcome = transition(operation, command, clock.now())
    if (outcome.kind === 'changed') changes.push(outcome.change)
  }
  const answers = await store.commit(changes)
  const failed = answers.find((answer) => answer.kind === 'unavailable')
  if (failed !== undefined) throw failed.error
  return answers.filter((answer) => answer.kind === 'committed').length
}
