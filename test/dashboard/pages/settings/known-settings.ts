import type { KnownSettings } from '../../../../src/dashboard/pages/settings/drafts.ts'
import type { SettingField, SettingName } from '../../../../src/dashboard/pages/settings/setting-fields.ts'
import { SETTING_FIELDS } from '../../../../src/dashboard/pages/settings/setting-fields.ts'

const CONFIGURED: KnownSettings['configured'] = {
  maxRetries: 5,
  initialDelay: 2000,
  backoffFactor: 2,
  maxDelay: 300_000,
  circuitBreakerThreshold: 5,
  circuitBreakerTimeout: 600_000,
  concurrency: 64,
  retention: 2_592_000_000,
  eventRetention: null,
  maxConcurrentDownloads: 3,
  downloadBandwidthLimit: 0,
  downloadTimeout: 30_000,
  downloadAttemptTimeout: 0,
  downloadChunkSize: 1_048_576,
}

/** Settings as a server tells them, with these changed at run time. */
export function knownSettings(changes: Partial<KnownSettings['values']> = {}): KnownSettings {
  return { values: { ...CONFIGURED, ...changes }, configured: CONFIGURED, changed: Object.keys(changes) }
}

export function fieldOf(wanted: SettingName): SettingField {
  return SETTING_FIELDS.find(({ name }) => name === wanted) as SettingField
}
