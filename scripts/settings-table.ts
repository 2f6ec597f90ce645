import { type Key, schema } from '../src/config/schema.ts'
import { KEYS, SETTINGS } from '../src/config/settings.ts'
import { table } from './markdown.ts'

/** The server's settings as they stand in the README: what can be set, by which variable. */
export function settingsTable(): string {
  const rows = KEYS.map((key) => {
    const { env, fallback, about } = SETTINGS[key]
    return [`\`${env}\``, fallback === '' ? '' : `\`${fallback}\`${unitOf(key, fallback)}`, about]
  })
  return table(['variable', 'default', 'meaning'], rows)
}

/** Digits alone are seconds where a length of time is meant, as a text with its unit shows. */
function unitOf(key: Key, fallback: string): string {
  const isDuration = schema.shape[key].safeParse('1m').data === 60_000
  return isDuration && /^\d+$/.test(fallback) ? ' (s)' : ''
}
