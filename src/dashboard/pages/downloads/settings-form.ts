import type { UpdateSettingsInput } from '../../../client/gql/graphql.ts'
import type { DownloadLimitsFragment } from '../../gql/graphql.ts'
import { bytesText, countText } from '../../text/numbers.ts'

export type SettingName =
  | 'maxConcurrentDownloads'
  | 'maxRetries'
  | 'downloadChunkSize'
  | 'downloadTimeout'
  | 'downloadAttemptTimeout'
  | 'downloadBandwidthLimit'

interface SettingField {
  readonly name: SettingName
  readonly label: string
  readonly hint: string
  readonly min: number
  readonly max: number
  /** Units of the server in one of the form: 1000 where it counts milliseconds and people seconds. */
  readonly scale: number
  /** How a number of bytes is told in larger units: with this after it. */
  readonly bytes?: '' | '/s'
}

const DAY_S = 86_400

export const SETTING_FIELDS: readonly SettingField[] = [
  {
    ...{ name: 'maxConcurrentDownloads', label: 'Max Concurrent Downloads', min: 1, max: 10_000, scale: 1 },
    hint: 'Downloads that run at once. Those that run go on.',
  },
  {
    ...{ name: 'maxRetries', label: 'Max Retries', min: 0, max: 1000, scale: 1 },
    hint: 'Of downloads that are started from now on, and of all other functions that do not say otherwise.',
  },
  {
    ...{ name: 'downloadChunkSize', label: 'Chunk Size (bytes)', min: 8192, max: 67_108_864, scale: 1, bytes: '' },
    hint: 'What each download gathers in memory before it writes it, from 8,192 to 67,108,864.',
  },
  {
    ...{ name: 'downloadTimeout', label: 'Timeout (seconds)', min: 1, max: DAY_S, scale: 1000 },
    hint: 'The longest silence of a server before the attempt fails.',
  },
  {
    ...{ name: 'downloadAttemptTimeout', label: 'Attempt Time Limit (seconds)', min: 0, max: 30 * DAY_S, scale: 1000 },
    hint: 'The longest that one attempt may take in all; 0 = unlimited.',
  },
  {
    ...{ name: 'downloadBandwidthLimit', label: 'Bandwidth Limit (bytes/s, 0 = unlimited)', min: 0, max: 1e12 },
    ...{ scale: 1, bytes: '/s', hint: 'Of all downloads together.' },
  },
]

export type SettingTexts = Readonly<Record<SettingName, string>>
export type SettingErrors = Partial<Readonly<Record<SettingName, string>>>

/** What the fields hold at first. */
export function textsOf(settings: DownloadLimitsFragment): SettingTexts {
  const texts = SETTING_FIELDS.map(({ name, scale }) => [name, String((settings[name] ?? 0) / scale)] as const)
  return Object.fromEntries(texts) as unknown as SettingTexts
}

/** The settings that the person changed, or what is wrong with them. */
export function readSettings(
  texts: SettingTexts,
  before: SettingTexts,
): { readonly changes: UpdateSettingsInput; readonly errors: SettingErrors } {
  const changes: Partial<Record<SettingName, number>> = {}
  const errors: Partial<Record<SettingName, string>> = {}
  for (const field of SETTING_FIELDS) {
    const { name, scale } = field
    const value = numberIn(texts[name])
    const fault = faultOf(field, value)
    if (fault !== null) errors[name] = fault
    else if (value !== null && texts[name].trim() !== before[name]) changes[name] = Math.round(value * scale)
  }
  return { changes, errors }
}

/** The hint of a field; with `= 1.00 MB` after it, as help to read a number of bytes that is not small. */
export function hintOf({ hint, bytes }: SettingField, text: string): string {
  const value = numberIn(text)
  return bytes === undefined || value === null || value < 1024 ? hint : `${hint} = ${bytesText(value)}${bytes}`
}

function faultOf({ label, min, max, scale }: SettingField, value: number | null): string | null {
  const whole = scale === 1
  const isRight = value !== null && value >= min && value <= max && (!whole || Number.isInteger(value))
  return isRight ? null : `${label} must be a ${whole ? 'whole ' : ''}number from ${countText(min)} to ${countText(max)}.`
}

/** A number as people write it, with blanks, commas or underscores between thousands. */
function numberIn(text: string): number | null {
  const plain = text.trim().replaceAll(/[\s_,](?=\d{3})/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
