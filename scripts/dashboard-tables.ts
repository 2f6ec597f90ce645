import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Key, schema } from '../src/config/schema.ts'
import { SETTINGS } from '../src/config/settings.ts'
import { SETTING_FIELDS } from '../src/dashboard/pages/settings/setting-fields.ts'
import { rangeText, settingText } from '../src/dashboard/pages/settings/setting-values.ts'
import { STATES } from '../src/dashboard/text/states.ts'
import { table } from './markdown.ts'

// What the user guide says of the dashboard, taken from the dashboard itself.

const DASHBOARD = join(import.meta.dirname, '..', 'src', 'dashboard')
const SHORTCUT = /keys: '([^']+)', label: '([^']+)'/g
const PLACE = /href: '([^']+)', label: '([^']+)', icon: '[^']+', key: '([^']+)'/g

/** The states of operations as people read them. */
export function statesTable(): string {
  return table(
    ['pill', 'meaning'],
    Object.values(STATES).map(({ label, mark, meaning }) => [`${mark} ${label}`, meaning]),
  )
}

/** The settings of the page with their ranges, and what they are when nothing is configured. */
export function dashboardSettingsTable(): string {
  const rows = SETTING_FIELDS.map((field) => {
    const fallback = schema.shape[field.name as Key].parse(SETTINGS[field.name as Key].fallback)
    return [field.label, settingText(field, fallback as number | null), rangeText(field), field.about]
  })
  return table(['setting', 'default', 'range', 'effect'], rows)
}

/** The keys of all pages, as their sources have them. */
export function shortcutsTable(): string {
  const routes = readFileSync(join(DASHBOARD, 'routes.ts'), 'utf8')
  const places = Array.from(routes.matchAll(PLACE), ([, , label, key]) => [keysText(`g ${key}`), 'everywhere', `Go to ${label}`])
  const others = globSync('**/*.tsx', { cwd: DASHBOARD })
    .toSorted()
    .flatMap((file) =>
      Array.from(read(file).matchAll(SHORTCUT), ([, keys = '', label = '']) => [keysText(keys), pageOf(file), label]),
    )
  return table(
    ['key', 'where', 'what it does'],
    [...others.filter(isEverywhere), ...places, ...others.filter((row) => !isEverywhere(row))],
  )
}

function isEverywhere([, where]: readonly string[]): boolean {
  return where === EVERYWHERE
}

const EVERYWHERE = 'everywhere'
const PAGES: Readonly<Record<string, string>> = { operation: 'one operation', 'circuit-breakers': 'circuit breakers' }

function pageOf(file: string): string {
  const folder = /^pages\/([^/]+)\//.exec(file)?.[1]
  return folder === undefined ? EVERYWHERE : (PAGES[folder] ?? folder)
}

function read(file: string): string {
  return readFileSync(join(DASHBOARD, file), 'utf8')
}

/** `g o` → `g` then `o`, as keys. */
function keysText(keys: string): string {
  return keys
    .split(' ')
    .map((key) => `<kbd>${key}</kbd>`)
    .join(' then ')
}
