import type { SettingsView } from '../src/engine/settings.ts'
import { InvalidInputError } from '../src/operation/errors.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { present } from './present.ts'

/** The value of a setting; null where it does not apply, or nothing limits. */
const setting =
  <T extends number | null>(name: string) =>
  ({ values }: SettingsView): T =>
    (values[name] ?? null) as T

const RETRIES = 'Retries after the first attempt; for operations that are started from now on.'
const INITIAL = 'The wait after the first failure.'
const FACTOR = 'By what each further wait grows.'
const LONGEST = 'The longest wait.'
const CONCURRENCY = 'Attempts that run at once on this server.'
const THRESHOLD = 'Failures in a row that open a circuit breaker.'
const OPEN_FOR = 'How long a circuit breaker stays open before it is probed.'
const KEPT = 'How long finished operations are kept, but for those that ended in a state with a period of its own.'
const EVENTS_KEPT = 'How long events can be replayed.'
const DOWNLOADS = 'Downloads that run at once.'
const BANDWIDTH = 'Bytes per second of all downloads together; 0 sets no limit.'
const SILENCE = 'The longest silence of a server that is downloaded from.'
const CHUNK = 'Bytes that each download gathers in memory before it writes them.'
const ATTEMPT = 'The longest an attempt of a download may take; 0 sets no limit.'

const RecoverySettingsType = builder.objectRef<SettingsView>('RecoverySettings')

RecoverySettingsType.implement({
  description:
    'What can be changed while the server runs. It holds for functions that did not say otherwise themselves, and wins over the configuration.',
  fields: (t) => ({
    maxRetries: t.int({ description: RETRIES, resolve: setting<number>('maxRetries') }),
    initialDelay: t.field({ type: 'Duration', description: INITIAL, resolve: setting<number>('initialDelay') }),
    backoffFactor: t.float({ description: FACTOR, resolve: setting<number>('backoffFactor') }),
    maxDelay: t.field({ type: 'Duration', description: LONGEST, resolve: setting<number>('maxDelay') }),
    concurrency: t.int({ description: CONCURRENCY, resolve: setting<number>('concurrency') }),
    circuitBreakerThreshold: t.int({
      nullable: true,
      description: `${THRESHOLD} Null: no number of them does.`,
      resolve: setting('circuitBreakerThreshold'),
    }),
    circuitBreakerTimeout: t.field({
      type: 'Duration',
      nullable: true,
      description: `${OPEN_FOR} Null: there are none.`,
      resolve: setting('circuitBreakerTimeout'),
    }),
    retention: t.field({
      type: 'Duration',
      nullable: true,
      description: `${KEPT} Null: for ever.`,
      resolve: setting('retention'),
    }),
    eventRetention: t.field({
      type: 'Duration',
      nullable: true,
      description: `${EVENTS_KEPT} Null: for ever.`,
      resolve: setting('eventRetention'),
    }),
    maxConcurrentDownloads: t.int({
      nullable: true,
      description: `${DOWNLOADS} Null: nothing is downloaded here.`,
      resolve: setting('maxConcurrentDownloads'),
    }),
    downloadBandwidthLimit: t.float({ nullable: true, description: BANDWIDTH, resolve: setting('downloadBandwidthLimit') }),
    downloadTimeout: t.field({ type: 'Duration', nullable: true, description: SILENCE, resolve: setting('downloadTimeout') }),
    downloadAttemptTimeout: t.field({
      type: 'Duration',
      nullable: true,
      description: ATTEMPT,
      resolve: setting('downloadAttemptTimeout'),
    }),
    downloadChunkSize: t.int({ nullable: true, description: CHUNK, resolve: setting('downloadChunkSize') }),
    changed: t.exposeStringList('changed', {
      description: 'The settings that were changed at run time and not reset since: the others are as they were configured.',
    }),
    configured: t.field({
      type: RecoverySettingsType,
      description: 'The same as they were configured: what null gives a setting back.',
      resolve: (_settings, _args, { recovery }) => recovery.settings.view({}),
    }),
  }),
})

const UpdateSettingsPayload = builder.objectRef<{ readonly settings: SettingsView }>('UpdateSettingsPayload').implement({
  description: 'The settings hold from the next decision on, and over restarts.',
  fields: (t) => ({
    settings: t.expose('settings', { type: RecoverySettingsType, description: 'All settings after it.' }),
  }),
})

const UpdateSettingsInput = builder.inputType('UpdateSettingsInput', {
  description: 'The settings to change. What is left out stays as it is; null gives a setting back its configured value.',
  fields: (t) => ({
    maxRetries: t.int({ description: `${RETRIES} 0 to 1000.` }),
    initialDelay: t.field({ type: 'Duration', description: `${INITIAL} At most a day.` }),
    backoffFactor: t.float({ description: `${FACTOR} 1 to 100.` }),
    maxDelay: t.field({ type: 'Duration', description: `${LONGEST} Not below \`initialDelay\`, at most 30 days.` }),
    concurrency: t.int({ description: `${CONCURRENCY} 1 to 10,000.` }),
    circuitBreakerThreshold: t.int({ description: `${THRESHOLD} 1 to 10,000.` }),
    circuitBreakerTimeout: t.field({ type: 'Duration', description: `${OPEN_FOR} 1 ms to 30 days.` }),
    retention: t.field({ type: 'Duration', description: `${KEPT} 1 s to 3650 days.` }),
    eventRetention: t.field({ type: 'Duration', description: `${EVENTS_KEPT} 1 s to 3650 days.` }),
    maxConcurrentDownloads: t.int({ description: `${DOWNLOADS} 1 to 10,000. Those that run go on.` }),
    downloadBandwidthLimit: t.float({ description: `${BANDWIDTH} A whole number; also for those that run.` }),
    downloadTimeout: t.field({ type: 'Duration', description: `${SILENCE} 1 s to a day; also for those that run.` }),
    downloadAttemptTimeout: t.field({ type: 'Duration', description: `${ATTEMPT} At most 30 days; also for those that run.` }),
    downloadChunkSize: t.int({ description: `${CHUNK} 8192 to 67,108,864; those that run take it for their next chunk.` }),
  }),
})

builder.queryField('settings', (t) =>
  t.field({
    type: RecoverySettingsType,
    description: 'What can be changed while the server runs, as it is now.',
    resolve: (_root, _args, { recovery }) => recovery.settings.view(),
  }),
)

builder.mutationField('updateSettings', (t) =>
  t.field({
    ...needs('admin'),
    type: UpdateSettingsPayload,
    description: 'Changes settings without a restart. All of them, or none.',
    args: { input: t.arg({ type: UpdateSettingsInput, required: true, description: 'The settings to change.' }) },
    extensions: costs({ own: 10 }),
    errors: {
      types: [InvalidInputError],
      union: { name: 'UpdateSettingsResult', description: 'The settings, or why they were not changed.' },
    },
    resolve: async (_root, { input }, { recovery, actor }) => ({
      settings: await recovery.settings.update(input, present({ actor })),
    }),
  }),
)
