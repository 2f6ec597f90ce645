import type { SettingValuesFragment as SettingValues } from '../../gql/graphql.ts'

export type SettingName = keyof SettingValues
/** null where nothing limits, or where it does not apply. */
export type SettingValue = number | null

/** One setting as the page shows it. The ranges are the server's, which judges again. */
export interface SettingField {
  readonly name: SettingName
  readonly label: string
  readonly kind: 'count' | 'factor' | 'duration' | 'size' | 'rate'
  readonly min: number
  readonly max: number
  /** What it means, in plain words. */
  readonly about: string
  /** What null means. */
  readonly none?: string
  /** What 0 means, where it is more than a number. */
  readonly zero?: string
}

interface SettingGroup {
  readonly title: string
  readonly fields: readonly SettingField[]
}

const DAY_MS = 86_400_000

const RETRIES: SettingGroup = {
  title: 'Retries',
  fields: [
    {
      name: 'maxRetries',
      label: 'Max Retries',
      kind: 'count',
      min: 0,
      max: 1000,
      about: 'How often an operation is tried again after its first attempt. For operations that are started from now on.',
      zero: 'no retries',
    },
    {
      name: 'initialDelay',
      label: 'Initial Delay',
      kind: 'duration',
      min: 0,
      max: DAY_MS,
      about: 'The wait after the first failure.',
    },
    {
      name: 'backoffFactor',
      label: 'Backoff Factor',
      kind: 'factor',
      min: 1,
      max: 100,
      about: 'By what each further wait grows: 2 doubles it, 1 keeps it the same.',
    },
    {
      name: 'maxDelay',
      label: 'Max Delay',
      kind: 'duration',
      min: 0,
      max: 30 * DAY_MS,
      about: 'The longest wait, however many failures there were. Not below Initial Delay.',
    },
  ],
}

const BREAKERS: SettingGroup = {
  title: 'Circuit breakers',
  fields: [
    {
      name: 'circuitBreakerThreshold',
      label: 'Circuit Breaker Threshold',
      kind: 'count',
      min: 1,
      max: 10_000,
      about: 'Failures in a row that open a circuit breaker: attempts are held back then.',
      none: 'none opens one',
    },
    {
      name: 'circuitBreakerTimeout',
      label: 'Circuit Breaker Timeout',
      kind: 'duration',
      min: 1,
      max: 30 * DAY_MS,
      about: 'How long a circuit breaker stays open before one attempt tries whether the other side works again.',
      none: 'no circuit breakers',
    },
  ],
}

const WORK: SettingGroup = {
  title: 'Work and retention',
  fields: [
    {
      name: 'concurrency',
      label: 'Concurrency',
      kind: 'count',
      min: 1,
      max: 10_000,
      about: 'Attempts that run at once on this server. Those that run go on when it is lowered.',
    },
    {
      name: 'retention',
      label: 'Keep Finished Operations',
      kind: 'duration',
      min: 1000,
      max: 3650 * DAY_MS,
      about:
        'After this time finished operations are deleted for good, but for those that ended in a state with a period of its own.',
      none: 'for ever',
    },
    {
      name: 'eventRetention',
      label: 'Keep Events',
      kind: 'duration',
      min: 1000,
      max: 3650 * DAY_MS,
      about: 'How long the event log goes back: what a page or a program can catch up on, and the audit trail.',
      none: 'for ever',
    },
  ],
}

const DOWNLOADS: SettingGroup = {
  title: 'Downloads',
  fields: [
    {
      name: 'maxConcurrentDownloads',
      label: 'Max Concurrent Downloads',
      kind: 'count',
      min: 1,
      max: 10_000,
      about: 'Downloads that run at once. Those that run go on when it is lowered.',
    },
    {
      name: 'downloadBandwidthLimit',
      label: 'Bandwidth Limit',
      kind: 'rate',
      min: 0,
      max: 1e12,
      about: 'What all downloads together may fetch in a second; 0 sets no limit. Holds for those that run, too.',
      zero: 'no limit',
    },
    {
      name: 'downloadTimeout',
      label: 'Download Timeout',
      kind: 'duration',
      min: 1000,
      max: DAY_MS,
      about: 'The longest silence of a server that is downloaded from. Holds for those that run, too.',
    },
    {
      name: 'downloadAttemptTimeout',
      label: 'Download Attempt Timeout',
      kind: 'duration',
      min: 0,
      max: 30 * DAY_MS,
      about: 'The longest that an attempt of a download may take; 0 sets no limit. Holds for those that run, too.',
      zero: 'no limit',
    },
    {
      name: 'downloadChunkSize',
      label: 'Download Chunk Size',
      kind: 'size',
      min: 8192,
      max: 67_108_864,
      about: 'What each download gathers in memory before it writes it. Those that run take it for their next chunk.',
    },
  ],
}

const GROUPS: readonly SettingGroup[] = [RETRIES, BREAKERS, WORK, DOWNLOADS]

export const SETTING_FIELDS: readonly SettingField[] = GROUPS.flatMap(({ fields }) => fields)

/** The groups of settings that this server has. */
export function groupsOf(values: SettingValues): readonly SettingGroup[] {
  return values.maxConcurrentDownloads === null ? GROUPS.filter((group) => group !== DOWNLOADS) : GROUPS
}

export function isSettingName(name: string | null | undefined): name is SettingName {
  return SETTING_FIELDS.some((field) => field.name === name)
}
