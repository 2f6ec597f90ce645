import type { JsonObject } from './json.ts'

/** What happened to settings; the name is stored for ever. */
export const SETTINGS_CHANGED = 'settings_changed'

/** One entry of the event log about settings that were changed at run time. */
export interface SettingsEvent {
  readonly type: typeof SETTINGS_CHANGED
  /** What they were set to, by name; null: back to the configured value. */
  readonly changes: JsonObject
  /** Who changed them, when that is known. */
  readonly actor: string | null
  readonly at: number
}

/** An entry of the log. Its position comes from the same row of numbers as those of operations' events. */
export interface StoredSettingsEvent extends SettingsEvent {
  readonly position: number
}
