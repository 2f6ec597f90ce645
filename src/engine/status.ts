import { hostname } from 'node:os'
import type { FunctionCounters } from '../operation/counters.ts'
import type { JsonObject } from '../operation/json.ts'
import { ACTIVE_STATES, OPERATION_STATES, type OperationState } from '../operation/state.ts'
import type { WhenOpen } from '../policy/breaker-settings.ts'
import type { Delays } from '../policy/delays.ts'
import type { Budgets } from './budgets.ts'
import type { Engine } from './engine.ts'
import type { Definition } from './registry.ts'
import { isNoSweep } from './retention/sweep.ts'

export type { WhenOpen }

/** A registered function, for people who choose one. */
export interface FunctionInfo {
  readonly name: string
  readonly description: string | null
  /** Whether only the program itself starts it. */
  readonly internal: boolean
  /** The JSON Schema of its input; null when it is not known. */
  readonly inputSchema: JsonObject | null
  readonly maxAttempts: number
  /** What decides its waits; `category`: the category of the error. */
  readonly strategy: string
  readonly timeoutMs: number | null
  /** How long a round may take. */
  readonly deadlineMs: number | null
  /** Attempts that run at once on this server. */
  readonly concurrency: number | null
  /** What its waits are made of; null where a strategy of its own decides. */
  readonly delays: Delays | null
  /** What an operation does whose circuit breaker is open; null without a breaker. */
  readonly whenOpen: WhenOpen | null
  readonly retryBudget: RetryBudget | null
  /** Its operations that still have work before them. */
  readonly active: number
  /** Its operations ever created. */
  readonly total: number
  /** Calls of the wrapped function that succeeded at once and made no operation. */
  readonly lightCalls: number
}

/** What a function's retries are taken from. */
export interface RetryBudget {
  readonly scope: string
  /** Left now. */
  readonly tokens: number
  readonly capacity: number
}

/** A process that runs operations. */
export interface ServerInfo {
  readonly id: string
  readonly host: string
  readonly version: string
  readonly startedAt: number
  readonly lastSeenAt: number
  /** Attempts that run there now. */
  readonly running: number
}

/** The engine at a glance. Exact, and as cheap with a million operations as with one. */
export interface Status {
  /** Whether wrapped functions are retried; false where they pass their calls through (`RECOVERY_ENABLED`). */
  readonly enabled: boolean
  readonly persistenceEnabled: boolean
  readonly maxRetries: number
  /** Failures in a row that open a breaker, unless a function says otherwise; 0 when none do. */
  readonly circuitBreakerThreshold: number
  /** Of each function that users have operations of. */
  readonly counters: readonly FunctionCounters[]
  /** Of the sweeps of retention, which the engine starts itself: they are in no figure about operations. */
  readonly ownCounters: readonly FunctionCounters[]
  readonly eventCursor: string
  readonly uptimeMs: number
  readonly server: ServerInfo
  readonly store: string
}

export async function statusOf({ store, clock, options, running, registry, bus, counts }: Engine): Promise<Status> {
  // Before the data: what happens meanwhile is then told to whoever subscribes after it.
  const eventCursor = bus.cursor()
  await counts.upToDate()
  const { server: id, version, startedAt } = options
  const now = clock.now()
  const counters = await store.counters()
  return {
    enabled: options.enabled,
    persistenceEnabled: store.name !== 'memory',
    maxRetries: registry.defaults.maxAttempts - 1,
    circuitBreakerThreshold: registry.defaults.breaker?.settings.threshold ?? 0,
    counters: counters.filter(isNoSweep),
    ownCounters: counters.filter((one) => !isNoSweep(one)),
    eventCursor,
    uptimeMs: now - startedAt,
    server: { id, host: hostname(), version, startedAt, lastSeenAt: now, running: running.taken },
    store: store.name,
  }
}

export async function functionsOf({ store, registry, budgets, counts }: Engine): Promise<readonly FunctionInfo[]> {
  await counts.upToDate()
  const counters = new Map((await store.counters()).map((one) => [one.functionName, one]))
  // Those that one can start first.
  const definitions = registry.all().toSorted((a, b) => Number(a.internal) - Number(b.internal))
  return definitions.map((definition) => describeFunction(definition, counters.get(definition.name), budgets))
}

function describeFunction(
  { name, description, internal, inputSchema, policy, budget }: Definition,
  counters: FunctionCounters | undefined,
  budgets: Budgets,
): FunctionInfo {
  return {
    name,
    description,
    internal,
    inputSchema,
    maxAttempts: policy.maxAttempts,
    strategy: policy.strategy?.name ?? 'category',
    timeoutMs: policy.timeoutMs,
    deadlineMs: policy.deadlineMs,
    concurrency: policy.concurrency,
    delays: policy.strategyName === null ? null : policy.delays,
    whenOpen: policy.breaker?.whenOpen ?? null,
    retryBudget: budget === null ? null : { scope: budget.scope, capacity: budget.capacity, tokens: budgets.tokens(budget) },
    active: counters === undefined ? 0 : activeRows(counters),
    total: counters?.created ?? 0,
    lightCalls: counters?.lightCalls ?? 0,
  }
}

/** Operations of a function that still have work before them. */
export function activeRows(counters: FunctionCounters): number {
  return ACTIVE_STATES.reduce((sum, state) => sum + counters.rows[state], 0)
}

/** Operations there now, by state, over all functions. */
export function rowsByState(counters: readonly FunctionCounters[]): ReadonlyMap<OperationState, number> {
  return new Map(OPERATION_STATES.map((state) => [state, counters.reduce((sum, one) => sum + one.rows[state], 0)]))
}
