import { readFileSync } from 'node:fs'
import { CATEGORY_DEFAULTS } from '../src/policy/category-defaults.ts'
import { DEFAULT_DELAYS } from '../src/policy/delays.ts'
import { type ErrorKind, type ErrorKindName, KINDS } from '../src/policy/error-kinds.ts'
import { NAMED_STRATEGIES } from '../src/policy/named-strategies.ts'
import type { Strategy } from '../src/policy/strategy.ts'
import { signalsOf } from './error-signals.ts'
import { table } from './markdown.ts'
import { wordsOf } from './options-table.ts'

const MIDDLE = () => 0.5
const SHOWN_WAITS = 5

/** Every kind of error that the tables know, and what is done about it. */
export function classificationTable(): string {
  const heads = ['kind', 'such as', 'category', 'severity', 'recoverability', 'retries', 'waits', 'breaker', 'remedy']
  const rows = Object.entries(KINDS) as readonly [ErrorKindName, ErrorKind][]
  return table(
    heads,
    rows.map(([name, kind]) => rowOf(name, kind)),
  )
}

function rowOf(name: ErrorKindName, kind: ErrorKind): readonly string[] {
  const { subcategory, category, severity, recoverability, breaker, remedy } = kind
  const waited = kind.retryable && category !== 'interrupted' ? waitsOf(kind) : '–'
  const judged = [category, severity, String(recoverability), retriesOf(kind), waited, breaker, remedy]
  return [`\`${subcategory}\``, signalsOf(name), ...judged]
}

/** How many retries it gets; `maxRetries` may allow fewer. */
function retriesOf({ subcategory, category, retryable }: ErrorKind): string {
  if (!retryable) return 'none'
  if (category === 'interrupted') return 'not charged'
  const own = CATEGORY_DEFAULTS.get(subcategory)?.maxRetries
  return own === undefined ? '`maxRetries`' : `at most ${own}`
}

function waitsOf({ subcategory }: ErrorKind): string {
  const strategy = CATEGORY_DEFAULTS.get(subcategory)?.strategy
  return strategy === undefined || strategy === null ? "the policy's" : waits(strategy)
}

/** The strategies that have a name, with what their docstrings say and the waits they come to. */
export function strategiesTable(): string {
  const rows = Object.entries(NAMED_STRATEGIES).map(([name, { make }]) => [
    `\`${name}\``,
    firstParagraph(name),
    waits(make({ ...DEFAULT_DELAYS, jitter: 'none' })),
  ])
  return table(
    ['strategy', 'how long it waits', 'from 1 s, with what is random in the middle'],
    [...rows, ['`custom`', firstParagraph('custom'), '']],
  )
}

/** The first paragraph of a factory's docstring. */
function firstParagraph(name: string): string {
  const source = readFileSync(new URL(`../src/policy/${name}.ts`, import.meta.url), 'utf8')
  const doc = new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\s+export function ${name}\\(`, 's').exec(source)?.[1]
  if (doc === undefined) throw new Error(`src/policy/${name}.ts has no documented function ${name}`)
  return wordsOf(doc.split(/^\s*\*\s*$|^\s*\* (?:Source|@)/m)[0] ?? '').replace(/ Source: .*/, '')
}

/** Its first waits, each random one in the middle of its range. */
function waits(strategy: Strategy): string {
  const error = { ...KINDS.unknown, retryAfterMs: null }
  const found: number[] = []
  for (let failures = 1; failures <= SHOWN_WAITS; failures++) {
    const [previousMs, elapsedMs] = [found.at(-1) ?? null, found.reduce((sum, ms) => sum + ms, 0)]
    found.push(strategy.delay({ failures, previousMs, elapsedMs, error, samples: [], random: MIDDLE }))
  }
  return `${found.map((ms) => ms / 1000).join(', ')} … s, up to ${strategy.maxMs / 1000} s`
}
