import { z } from 'zod'
import { Performance } from './documents/status.ts'
import { DISABLED, mustBeEnabled } from './enabled.ts'
import { seconds } from './request-fields.ts'
import { type Route, route } from './route.ts'

export const PERFORMANCE_ROUTE: Route = route({
  method: 'GET',
  path: '/api/recovery/performance',
  name: 'getPerformance',
  tag: 'diagnostics',
  summary: 'How well operations recover',
  description: 'Exact, since the store was made or within a window. A mean over nothing is 0.',
  query: z.object({
    window: seconds(1, 366 * 24 * 3600)
      .optional()
      .describe('Only the last so many seconds; everything when absent.'),
  }),
  document: Performance,
  variables: ({ query: { window } }) => ({ window: window === undefined ? null : window * 1000 }),
  refusals: DISABLED,
  payload: z.object({
    performance: z
      .object({
        total_operations: z.int().describe('Ever created.'),
        recovered_operations: z.int().describe('Succeeded after at least one failed attempt.'),
        failed_operations: z.int().describe('Ended failed or exhausted, and not retried since.'),
        average_recovery_time: z.number().describe('Seconds from the first failure to the success, the mean.'),
        retry_attempts: z.int().describe('Attempts that began after a failure.'),
        circuit_breaker_trips: z.int().describe('How often circuit breakers opened.'),
        success_rate: z.number().min(0).max(1).describe('Ratio: recovered / (recovered + failed).'),
        average_attempts_per_recovery: z.number().describe('Retry attempts for each recovered operation.'),
      })
      .describe('The figures.'),
  }),
  answer: (data) => {
    mustBeEnabled(data)
    const { performance: measured } = data
    return {
      performance: {
        total_operations: measured.totalOperations,
        recovered_operations: measured.recoveredOperations,
        failed_operations: measured.failedOperations,
        average_recovery_time: measured.averageRecoveryTime,
        retry_attempts: measured.retryAttempts,
        circuit_breaker_trips: measured.circuitBreakerTrips,
        success_rate: measured.successRate,
        average_attempts_per_recovery: measured.averageAttemptsPerRecovery,
      },
    }
  },
})
