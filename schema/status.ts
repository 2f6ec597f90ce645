import { activeRows, rowsByState, type ServerInfo, type Status } from '../src/engine/status.ts'
import type { FunctionCounters } from '../src/operation/counters.ts'
import type { OperationState } from '../src/operation/state.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { OperationStateType } from './operation-state.ts'

interface StateCount {
  readonly state: OperationState
  readonly count: number
}

export const StateCountType = builder.objectRef<StateCount>('StateCount').implement({
  description: 'How many operations are in a state.',
  fields: (t) => ({
    state: t.expose('state', { type: OperationStateType, description: 'The state.' }),
    count: t.exposeInt('count', { description: 'How many operations are in it now.' }),
  }),
})

const ServerType = builder.objectRef<ServerInfo>('Server').implement({
  description: 'A process that runs operations.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id, new with each start.' }),
    host: t.exposeString('host', { description: 'The name of the machine it runs on.' }),
    version: t.exposeString('version', { description: 'The version of this product it runs.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it started.' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'When it was last known to be alive.' }),
    running: t.exposeInt('running', { description: 'How many attempts it runs now.' }),
  }),
})

const RecoveryStatusType = builder.objectRef<Status>('RecoveryStatus').implement({
  description:
    'How the system is doing. Totals cover all operations since the store was made, deleted ones included; sweeps of retention, which the server starts itself, are in `functions` alone.',
  fields: (t) => ({
    enabled: t.exposeBoolean('enabled', {
      description:
        'Whether calls of wrapped functions are retried; false (`RECOVERY_ENABLED`) lets them through unchanged. Operations run either way.',
    }),
    persistenceEnabled: t.exposeBoolean('persistenceEnabled', { description: 'Whether operations survive a restart.' }),
    maxRetries: t.exposeInt('maxRetries', { description: 'Retries after the first attempt, unless a function says otherwise.' }),
    circuitBreakerThreshold: t.exposeInt('circuitBreakerThreshold', {
      description: 'Failures in a row that open a circuit breaker, unless a function says otherwise; 0 when none do.',
    }),
    eventCursor: t.exposeString('eventCursor', {
      description: 'The place in the event log before this was read: subscribe `after` it and nothing is missed.',
    }),
    version: t.string({ description: 'The version of this product.', resolve: ({ server }) => server.version }),
    uptime: t.expose('uptimeMs', { type: 'Duration', description: 'How long this server has been running.' }),
    servers: t.field({ type: [ServerType], description: 'The servers that run operations.', resolve: ({ server }) => [server] }),
    store: t.exposeString('store', { description: 'Where operations are kept, such as `sqlite` or `memory`.' }),
  }),
})

/** The sum over all functions. */
function total({ counters }: Status, part: (of: FunctionCounters) => number): number {
  return counters.reduce((sum, of) => sum + part(of), 0)
}

function averageRecoverySeconds(status: Status): number {
  const recovered = total(status, (of) => of.recovered)
  return recovered === 0 ? 0 : total(status, (of) => of.recoveryMs) / recovered / 1000
}

builder.objectFields(RecoveryStatusType, (t) => ({
  activeOperations: t.int({
    description: 'Operations that have not ended: pending, in progress, recovering or paused.',
    resolve: (status) => total(status, activeRows),
  }),
  totalOperations: t.int({ description: 'Operations ever created.', resolve: (status) => total(status, (of) => of.created) }),
  recoveredOperations: t.int({
    description: 'Operations that succeeded after at least one failed attempt.',
    resolve: (status) => total(status, (of) => of.recovered),
  }),
  failedOperations: t.int({
    description: 'Operations that ended failed or exhausted and were not retried since.',
    resolve: (status) => total(status, (of) => of.failed),
  }),
  exhaustedOperations: t.int({
    description: 'Of `failedOperations`, those that ended with all attempts or their time used up.',
    resolve: (status) => total(status, (of) => of.exhausted),
  }),
  averageRecoveryTime: t.float({
    description: 'Mean seconds from the first failure to the success, over recovered operations; 0 when there are none.',
    resolve: averageRecoverySeconds,
  }),
  retryAttempts: t.int({
    description: 'Attempts that began after a failure.',
    resolve: (status) => total(status, (of) => of.retryAttempts),
  }),
  lightCalls: t.float({
    description: 'Calls of wrapped functions that succeeded at once, so that no operation was made of them.',
    resolve: (status) => total(status, (of) => of.lightCalls),
  }),
  byState: t.field({
    type: [StateCountType],
    description: 'How many operations are in each state now.',
    resolve: ({ counters }) => Array.from(rowsByState(counters), ([state, count]) => ({ state, count })),
  }),
}))

builder.queryField('recoveryStatus', (t) =>
  t.field({
    type: RecoveryStatusType,
    description: 'How the system is doing.',
    extensions: costs({ own: 10 }),
    resolve: (_root, _args, { recovery }) => recovery.status(),
  }),
)
