import { type Key, schema } from '../src/config/schema.ts'
import { KEYS, SETTINGS } from '../src/config/settings.ts'
import { table } from './markdown.ts'

/** What one request, connection or caller may use. */
const LIMIT = /^max(?:Query|Connections|Subscriptions)|Rate$|^(?:idle|request)Timeout$/

/** The limits that can be set. */
export function limitsTable(): string {
  return settingsTable(KEYS.filter((key) => LIMIT.test(key)))
}

/** The server's settings as they stand in the documents: what can be set, by which variable. */
export function settingsTable(keys: readonly Key[] = KEYS): string {
  const rows = keys.map((key) => {
    const { env, fallback, about, noFlag } = SETTINGS[key]
    return [
      `\`${env}\``,
      fallback === '' ? '' : `\`${fallback}\`${unitOf(key, fallback)}`,
      noFlag ? `${shown(about)} (not as a flag)` : shown(about),
    ]
  })
  return table(['variable', 'default', 'meaning'], rows)
}

/** Digits alone are seconds where a length of time is meant, as a text with its unit shows. */
function unitOf(key: Key, fallback: string): string {
  const isDuration = schema.shape[key].safeParse('1m').data === 60_000
  return isDuration && /^\d+$/.test(fallback) ? ' (s)' : ''
}

/** What stands in angle brackets would be taken for HTML. */
function shown(about: string): string {
  return about.replaceAll('<', '\\<')
}
