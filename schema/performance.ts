import type { Performance } from '../src/engine/performance.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'

/** The description of the argument. */
export const WINDOW =
  'Only the last so much time, at least 1 s: it begins at a whole ten seconds, and reaches back as far as events are kept. By default everything since the store was made.'

export const PerformanceType = builder.objectRef<Performance>('Performance').implement({
  description: 'How well operations recover: since the store was made, or within a window. A mean over nothing is 0.',
  fields: (t) => ({
    totalOperations: t.exposeInt('totalOperations', { description: 'Operations created.' }),
    recoveredOperations: t.exposeInt('recoveredOperations', {
      description: 'Operations that succeeded after at least one failed attempt.',
    }),
    failedOperations: t.exposeInt('failedOperations', {
      description: 'Operations that ended failed or exhausted and were not retried since.',
    }),
    exhaustedOperations: t.exposeInt('exhaustedOperations', {
      description: 'Of `failedOperations`, those that ended with all attempts or their time used up.',
    }),
    averageRecoveryTime: t.exposeFloat('averageRecoveryTime', {
      description: 'Mean seconds from the first failure to the success, over recovered operations.',
    }),
    retryAttempts: t.exposeInt('retryAttempts', { description: 'Attempts that began after a failure.' }),
    circuitBreakerTrips: t.exposeInt('circuitBreakerTrips', { description: 'How often circuit breakers opened.' }),
    successRate: t.exposeFloat('successRate', {
      description: 'The part, from 0 to 1, of the operations in trouble that recovered: recovered / (recovered + failed).',
    }),
    averageAttemptsPerRecovery: t.exposeFloat('averageAttemptsPerRecovery', {
      description: 'Retry attempts for each recovered operation.',
    }),
  }),
})

builder.queryField('performance', (t) =>
  t.field({
    type: PerformanceType,
    description: 'How well operations recover. Exact after a crash, and as cheap with a million operations as with one.',
    args: {
      window: t.arg({
        type: 'Duration',
        description: WINDOW,
      }),
    },
    extensions: costs({ own: 10 }),
    resolve: (_root, { window }, { recovery }) => recovery.performance(window == null ? {} : { window }),
  }),
)
