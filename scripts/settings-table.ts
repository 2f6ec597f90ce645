import { type Key, schema } from '../src/config/schema.ts'
import { KEYS, SETTINGS } from '../src/config/settings.ts'
import { table } from './markdown.ts'

/** What one request, connection or caller may use. */
const LIMITS: readonly Key[] = [
  'maxQueryCost',
  'maxQueryDepth',
  'maxQueryAliases',
  'maxQueryTokens',
  'maxConnections',
  'maxSubscriptions',
  'messageRate',
  'requestRate',
  'idleTimeout',
]

/** The limits that can be set. */
export function limitsTable(): string {
  return settingsTable(LIMITS)
}

/** The server's settings as they stand in the documents: what can be set, by which variable. */
export function settingsTable(keys: readonly Key[] = KEYS): string {
  const rows = keys.map((key) => {
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
