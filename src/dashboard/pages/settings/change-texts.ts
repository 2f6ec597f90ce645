import { SETTING_FIELDS } from './setting-fields.ts'
import { settingText } from './setting-values.ts'

/** What an entry of the audit trail says was done to settings, such as `Max Retries: 8`. Tolerates what later versions write. */
export function changeTexts(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).map(([name, value]: [string, unknown]) => {
    const field = SETTING_FIELDS.find((one) => one.name === name)
    const label = field?.label ?? name
    if (value === null) return `${label}: back to the configured value`
    return `${label}: ${field !== undefined && typeof value === 'number' ? settingText(field, value) : JSON.stringify(value)}`
  })
}
