import { z } from 'zod'
import { Status } from './documents/status.ts'
import type { RestStatusQuery } from './gql/graphql.ts'
import { lower } from './operation-answer.ts'
import { type Route, route } from './route.ts'

const statusAnswer = z.object({
  enabled: z.literal(true).describe('Whether failed operations are retried.'),
  persistence_enabled: z.boolean().describe('Whether operations survive a restart.'),
  max_retries: z.int().describe('Retries after the first attempt, unless a function says otherwise.'),
  circuit_breaker_threshold: z.int().describe('Failures that open a circuit breaker, unless a function says otherwise.'),
  active_operations: z.int().describe('Pending, in progress, recovering or paused.'),
  total_operations: z.int().describe('Ever created.'),
  recovered_operations: z.int().describe('Succeeded after at least one failed attempt.'),
  failed_operations: z.int().describe('Ended failed or exhausted, and not retried since.'),
  average_recovery_time: z.number().describe('Seconds from the first failure to the success, the mean; 0 when there are none.'),
  retry_attempts: z.int().describe('Attempts that began after a failure.'),
  by_state: z.record(z.string(), z.int()).describe('How many operations are in each state now.'),
  version: z.string().describe('The version of this product.'),
  store: z.string().describe('Where operations are kept, such as `sqlite`.'),
  uptime: z.number().describe('Seconds that this server has been running.'),
})

const disabledAnswer = z.object({ enabled: z.literal(false) })

function toStatus({ recoveryStatus: status }: RestStatusQuery): z.input<typeof statusAnswer> {
  return {
    enabled: true,
    persistence_enabled: status.persistenceEnabled,
    max_retries: status.maxRetries,
    circuit_breaker_threshold: status.circuitBreakerThreshold,
    active_operations: status.activeOperations,
    total_operations: status.totalOperations,
    recovered_operations: status.recoveredOperations,
    failed_operations: status.failedOperations,
    average_recovery_time: status.averageRecoveryTime,
    retry_attempts: status.retryAttempts,
    by_state: Object.fromEntries(status.byState.map(({ state, count }) => [lower(state), count])),
    version: status.version,
    store: status.store,
    uptime: status.uptime / 1000,
  }
}

export const STATUS_ROUTE: Route = route({
  method: 'GET',
  path: '/api/recovery/status',
  name: 'getStatus',
  tag: 'recovery',
  summary: 'How the system is doing',
  description: 'Exact, and as cheap with a million operations as with one. When recovery is switched off only `enabled` is told.',
  document: Status,
  variables: () => ({}),
  payload: z.object({ recovery: z.union([statusAnswer, disabledAnswer]).describe('How it is doing.') }),
  answer: (data) => ({ recovery: data.recoveryStatus.enabled ? toStatus(data) : { enabled: false as const } }),
})
