import { DEFAULT_POINTS, MAX_POINTS, type TimeSeriesPoint } from '../src/engine/time-series.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'

const TimeSeriesPointType = builder.objectRef<TimeSeriesPoint>('TimeSeriesPoint').implement({
  description: 'What became of operations within one span of time. A mean over nothing is 0.',
  fields: (t) => ({
    timestamp: t.expose('at', { type: 'DateTime', description: "The span's start: a whole multiple of its length." }),
    duration: t.expose('durationMs', { type: 'Duration', description: 'How long the span is.' }),
    created: t.exposeInt('created', { description: 'Operations created.' }),
    succeeded: t.exposeInt('succeeded', { description: 'Operations that succeeded, at whichever attempt.' }),
    failed: t.exposeInt('failed', { description: 'Operations that ended failed or exhausted and were not retried since.' }),
    exhausted: t.exposeInt('exhausted', {
      description: 'Of `failed`, those that ended with all attempts or their time used up.',
    }),
    recovered: t.exposeInt('recovered', { description: 'Operations that succeeded after at least one failed attempt.' }),
    retryAttempts: t.exposeInt('retryAttempts', { description: 'Attempts that began after a failure.' }),
    circuitBreakerTrips: t.exposeInt('circuitBreakerTrips', {
      description: 'How often circuit breakers opened; 0 when only one function is asked for, as breakers belong to scopes.',
    }),
    averageRecoveryTime: t.exposeFloat('averageRecoveryTime', {
      description: 'Mean seconds from the first failure to the success, over recovered operations.',
    }),
    successRate: t.exposeFloat('successRate', {
      description: 'The part, from 0 to 1, of the operations in trouble that recovered: recovered / (recovered + failed).',
    }),
  }),
})

interface Args {
  readonly window: number
  readonly resolution?: number | null
}

/** Too many points are refused, and cost no more. */
function lengthOf({ window, resolution }: Args): number {
  return resolution == null ? DEFAULT_POINTS : Math.min(MAX_POINTS, Math.ceil(window / Math.max(1, resolution)) + 1)
}

builder.queryField('timeSeries', (t) =>
  t.field({
    type: [TimeSeriesPointType],
    description:
      'What became of operations span by span, the oldest first, empty spans included. It reaches back as far as events are kept.',
    args: {
      window: t.arg({
        type: 'Duration',
        required: true,
        description: 'How far it reaches back from now, at least 1 s. The first span may begin earlier; the last one holds now.',
      }),
      resolution: t.arg({
        type: 'Duration',
        description: `The length of each span, a whole multiple of ten seconds; at most ${MAX_POINTS} spans. By default the shortest round length that makes at most ${DEFAULT_POINTS}.`,
      }),
      functionName: t.arg.string({ description: 'Only operations of this function; of all but `retention.sweep` when absent.' }),
    },
    extensions: costs((args: Args) => ({ own: 10, length: lengthOf(args) })),
    resolve: (_root, { window, resolution, functionName }, { recovery }) =>
      recovery.timeSeries({
        window,
        ...(resolution == null ? {} : { resolution }),
        ...(functionName == null ? {} : { functionName }),
      }),
  }),
)
