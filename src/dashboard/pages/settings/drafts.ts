import type { SettingValuesFragment as SettingValues } from '../../gql/graphql.ts'
import { SETTING_FIELDS, type SettingField, type SettingName, type SettingValue } from './setting-fields.ts'
import { readSetting, writeSetting } from './setting-values.ts'

/** What a person typed for one setting and has not saved. */
interface Draft {
  readonly text: string
  /** Whether they want the configured value back. */
  readonly resets: boolean
  /** What the setting was when they began. */
  readonly base: SettingValue
}

/** What is typed and not saved. */
export type Drafts = Readonly<Partial<Record<SettingName, Draft>>>

/** The settings as the server told them last. */
export interface KnownSettings {
  readonly values: SettingValues
  readonly configured: SettingValues
  readonly changed: readonly string[]
}

/** How a draft stands. */
export interface Judged {
  /** What would hold once it is saved; null where nothing limits, or where what was typed is no value. */
  readonly value: SettingValue
  readonly fault: string | null
}

/** Drafts after a person typed. Typing what is there already is no change. */
export function typed(drafts: Drafts, { values }: KnownSettings, field: SettingField, text: string): Drafts {
  const { name } = field
  if (text === writeSetting(field, values[name])) return without(drafts, [name])
  return { ...drafts, [name]: { text, resets: false, base: drafts[name]?.base ?? values[name] } }
}

/** Drafts after a person asked for the configured value. */
export function toConfigured(drafts: Drafts, { values, configured, changed }: KnownSettings, field: SettingField): Drafts {
  const { name } = field
  if (!changed.includes(name)) return without(drafts, [name])
  const text = writeSetting(field, configured[name])
  return { ...drafts, [name]: { text, resets: true, base: drafts[name]?.base ?? values[name] } }
}

export function without(drafts: Drafts, names: readonly SettingName[]): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([name]) => !names.includes(name as SettingName)))
}

/** Drafts without those that were saved, unless the person has typed on meanwhile. */
export function afterSave(drafts: Drafts, saved: Drafts): Drafts {
  const names = Object.keys(saved) as SettingName[]
  return without(
    drafts,
    names.filter((name) => drafts[name] === saved[name]),
  )
}

/** Judges every setting as it would be. */
export function judge({ values, configured }: KnownSettings, drafts: Drafts): Readonly<Record<SettingName, Judged>> {
  const judged = Object.fromEntries(
    SETTING_FIELDS.map((field): [string, Judged] => {
      const draft = drafts[field.name]
      if (draft === undefined) return [field.name, { value: values[field.name], fault: null }]
      if (draft.resets) return [field.name, { value: configured[field.name], fault: null }]
      return [field.name, readSetting(field, draft.text)]
    }),
  ) as Record<SettingName, Judged>
  return withoutContradiction(judged, drafts)
}

/** Waits that contradict each other are told at the one that was typed; at the longest one when both were, as the server does. */
function withoutContradiction(judged: Record<SettingName, Judged>, drafts: Drafts): Readonly<Record<SettingName, Judged>> {
  const { initialDelay, maxDelay } = judged
  if (initialDelay.value === null || maxDelay.value === null || initialDelay.value <= maxDelay.value) return judged
  const isAtLongest = drafts.maxDelay !== undefined || drafts.initialDelay === undefined
  return isAtLongest
    ? { ...judged, maxDelay: { value: null, fault: 'Max Delay must not be below Initial Delay.' } }
    : { ...judged, initialDelay: { value: null, fault: 'Initial Delay must not be above Max Delay.' } }
}

/** What is to be sent: only what is another value now, null for what goes back to its configured value. */
export function changesOf(known: KnownSettings, drafts: Drafts): Readonly<Partial<Record<SettingName, number | null>>> {
  const judged = judge(known, drafts)
  const changes: Partial<Record<SettingName, number | null>> = {}
  for (const [name, { resets }] of Object.entries(drafts) as [SettingName, Draft][]) {
    const { value } = judged[name]
    if (resets && known.changed.includes(name)) changes[name] = null
    else if (!resets && value !== null && value !== known.values[name]) changes[name] = value
  }
  return changes
}

/** Names of the drafts that have a fault, in the order of the page. */
export function faultyOf(known: KnownSettings, drafts: Drafts): readonly SettingName[] {
  const judged = judge(known, drafts)
  return SETTING_FIELDS.map(({ name }) => name).filter((name) => drafts[name] !== undefined && judged[name].fault !== null)
}

/** Names of the drafts whose setting somebody else changed since their person began. */
export function overtakenOf({ values }: KnownSettings, drafts: Drafts): readonly SettingName[] {
  return (Object.entries(drafts) as [SettingName, Draft][])
    .filter(([name, { base }]) => base !== values[name])
    .map(([name]) => name)
}
