import { z } from 'zod'
import { Settings, UpdateSettings } from './documents/download-settings.ts'
import type { DownloadSettingsFieldsFragment } from './gql/graphql.ts'
import { messageField } from './operation-answer.ts'
import { orRefuse } from './refusals.ts'
import { seconds, whole } from './request-fields.ts'
import { type Route, route } from './route.ts'

/** What the old server let callers set and nobody read. Here it is always so; other values are refused. */
const ALWAYS = { auto_resume: true, verify_checksums: true } as const

function always<const T extends boolean>(value: T, why: string) {
  return z.literal(value, `cannot be changed from ${value}: ${why}`).optional()
}

const settingsAnswer = z
  .object({
    max_concurrent_downloads: z.int().describe('Downloads that run at once.'),
    max_retries: z
      .int()
      .describe('Retries after the first attempt, of downloads and of all functions that do not say otherwise.'),
    chunk_size: z.int().describe('Bytes that each download gathers before it writes them.'),
    timeout: z.number().describe('Seconds: the longest silence of a server that is downloaded from.'),
    bandwidth_limit: z.number().describe('Bytes a second of all downloads together; 0 sets no limit.'),
    auto_resume: z.boolean().describe('Always true: a restart takes up what was interrupted.'),
    verify_checksums: z.boolean().describe('Always true: a file whose checksum is known and wrong is never put in place.'),
  })
  .describe('The settings.')

function toSettings(settings: DownloadSettingsFieldsFragment): z.input<typeof settingsAnswer> {
  return {
    max_concurrent_downloads: settings.maxConcurrentDownloads ?? 0,
    max_retries: settings.maxRetries,
    chunk_size: settings.downloadChunkSize ?? 0,
    timeout: (settings.downloadTimeout ?? 0) / 1000,
    bandwidth_limit: settings.downloadBandwidthLimit ?? 0,
    ...ALWAYS,
  }
}

const READ = route({
  method: 'GET',
  path: '/api/downloads/settings',
  name: 'getDownloadSettings',
  tag: 'downloads',
  summary: 'The settings of downloads',
  document: Settings,
  variables: () => ({}),
  payload: z.object({ settings: settingsAnswer }),
  answer: ({ settings }) => ({ settings: toSettings(settings) }),
})

const UPDATE = route({
  method: 'POST',
  path: '/api/downloads/settings',
  name: 'updateDownloadSettings',
  tag: 'downloads',
  summary: 'Change the settings of downloads',
  description:
    'They hold from the next decision on, for downloads that run too, and over restarts. What is left out stays as it is.',
  body: z.object({
    max_concurrent_downloads: whole(1, 10_000).optional().describe('Those that run go on.'),
    max_retries: whole(0, 1000).optional().describe('For downloads, and all functions that do not say otherwise.'),
    chunk_size: whole(8192, 67_108_864).optional().describe('Bytes that each download gathers before it writes them.'),
    timeout: seconds(1, 24 * 3600)
      .optional()
      .describe('Seconds: the longest silence of a server that is downloaded from.'),
    bandwidth_limit: whole(0, Number.MAX_SAFE_INTEGER).optional().describe('Bytes a second of all together; 0 sets no limit.'),
    auto_resume: always(ALWAYS.auto_resume, 'pause a download that is not to go on').describe('May only be true.'),
    verify_checksums: always(ALWAYS.verify_checksums, 'leave out sha256 instead').describe('May only be true.'),
  }),
  document: UpdateSettings,
  variables: ({ body }) => ({
    input: {
      ...(body.max_concurrent_downloads !== undefined && { maxConcurrentDownloads: body.max_concurrent_downloads }),
      ...(body.max_retries !== undefined && { maxRetries: body.max_retries }),
      ...(body.chunk_size !== undefined && { downloadChunkSize: body.chunk_size }),
      ...(body.timeout !== undefined && { downloadTimeout: body.timeout * 1000 }),
      ...(body.bandwidth_limit !== undefined && { downloadBandwidthLimit: body.bandwidth_limit }),
    },
  }),
  payload: z.object({ message: messageField, settings: settingsAnswer }),
  answer: ({ updateSettings }) => ({
    message: 'Settings updated',
    settings: toSettings(orRefuse(updateSettings).settings),
  }),
})

export const DOWNLOAD_SETTINGS_ROUTES: readonly Route[] = [READ, UPDATE]
