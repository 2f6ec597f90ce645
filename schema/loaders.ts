import type { Performance } from '../src/engine/performance.ts'
import type { Recovery } from '../src/engine/recovery.ts'
import type { Attempt } from '../src/operation/attempt.ts'
import type { StoredEvent } from '../src/operation/event.ts'
import type { NumberPage, Paged } from '../src/operation/query.ts'
import type { Step } from '../src/operation/step.ts'
import { batched } from './batched.ts'
import type { SeenOperation } from './seen-operation.ts'

/**
 * What resolvers ask for one by one and is read many at a time: the statements for a page do not grow with its rows.
 */
export interface Loaders {
  readonly operation: (id: string) => Promise<SeenOperation | null>
  readonly attempt: (id: string) => Promise<Attempt | null>
  readonly step: (id: string) => Promise<Step | null>
  /** Of an operation. */
  readonly attempts: (operationId: string, page: NumberPage) => Promise<Paged<Attempt>>
  readonly steps: (operationId: string) => Promise<readonly Step[]>
  readonly events: (operationId: string, page: NumberPage) => Promise<Paged<StoredEvent>>
  /** How many operations wait for the circuit breaker of a scope. */
  readonly blockedOperations: (scope: string) => Promise<number>
  /** Of one function, in all or within a window. */
  readonly performance: (functionName: string, windowMs: number | null) => Promise<Performance>
}

const NO_PAGE = { items: [], hasMore: false }

export function createLoaders(recovery: Recovery): Loaders {
  const { history } = recovery
  const operation = batched(async (ids) => {
    const eventCursor = recovery.eventCursor()
    return byId((await recovery.operations(ids)).map((found): SeenOperation => ({ ...found, eventCursor })))
  })
  const attempt = batched(async (ids) => byId(await history.attemptsById(ids)))
  const step = batched(async (ids) => byId(await history.stepsById(ids)))
  const attempts = batched((ids, page: NumberPage) => history.attemptsOf(ids, page))
  const steps = batched((ids) => history.stepsOf(ids))
  const events = batched((ids, page: NumberPage) => history.eventsOf(ids, page))
  const blocked = batched((scopes) => recovery.breakers.blockedOperationsOf(scopes))
  const performance = batched((names, windowMs: number | null) => recovery.insight.performanceOf(names, windowMs))
  return {
    operation: async (id) => (await operation(id)) ?? null,
    attempt: async (id) => (await attempt(id)) ?? null,
    step: async (id) => (await step(id)) ?? null,
    attempts: async (id, page) => (await attempts(id, page)) ?? NO_PAGE,
    steps: async (id) => (await steps(id)) ?? [],
    events: async (id, page) => (await events(id, page)) ?? NO_PAGE,
    blockedOperations: async (scope) => (await blocked(scope)) ?? 0,
    performance: async (name, windowMs) => (await performance(name, windowMs)) as Performance,
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
