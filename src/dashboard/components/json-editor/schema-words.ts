import { isNode, nodesOf, resolved } from './schema-nodes.ts'

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'a date and time, such as "2026-01-31T12:00:00Z"',
  date: 'a date, such as "2026-01-31"',
  time: 'a time, such as "12:00:00Z"',
  duration: 'a duration, such as "PT30S"',
  email: 'an email address',
  hostname: 'the name of a host',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  uri: 'a complete URL, such as "https://example.com/"',
  url: 'a complete URL, such as "https://example.com/"',
  uuid: 'a UUID',
}

const MOST_VALUES = 12
const MOST_CHARACTERS = 80

/** What a value breaks, as the end of a sentence, by the keyword of its schema and what the schema sets it to. */
export function keywordWords(keyword: string, setting: unknown, root: unknown): string {
  if (keyword === 'type') return `must be ${listed(typeNames(setting))}`
  if (keyword === 'const') return `must be ${valueText(setting)}`
  if (keyword === 'enum' && Array.isArray(setting)) return `must be ${listed(setting.map(valueText))}`
  if (keyword === 'anyOf' || keyword === 'oneOf') return unionWords(keyword, setting, root)
  if (keyword === 'format') return `must be ${FORMATS[String(setting)] ?? `in the form of ${setting}`}`
  if (keyword === 'minLength' && setting === 1) return 'must not be empty'
  return SETTINGS[keyword]?.(String(setting)) ?? 'is not valid'
}

/** What a schema takes, by its types; null when it does not say. */
export function typeWords(schema: unknown, root: unknown): string | null {
  const words = wordsOf(schema, root, 0)
  return words === null ? null : listed(words)
}

function wordsOf(schema: unknown, root: unknown, depth: number): readonly string[] | null {
  const node = isNode(schema) ? resolved(root, schema) : null
  if (node === null || depth > 8) return null
  if (Object.hasOwn(node, 'const')) return [valueText(node.const)]
  if (Array.isArray(node.enum)) return node.enum.map(valueText)
  if (node.type !== undefined) return typeNames(node.type)
  const branches = nodesOf(node.anyOf ?? node.oneOf).map((branch) => wordsOf(branch, root, depth + 1))
  const known = branches.filter((words) => words !== null)
  return known.length > 0 && known.length === branches.length ? known.flat() : null
}

function typeNames(type: unknown): readonly string[] {
  return [type].flat().map((one) => TYPES[String(one)] ?? String(one))
}

const SETTINGS: Readonly<Record<string, (setting: string) => string>> = {
  minimum: (least) => `must be at least ${least}`,
  maximum: (most) => `must be at most ${most}`,
  exclusiveMinimum: (end) => `must be more than ${end}`,
  exclusiveMaximum: (end) => `must be less than ${end}`,
  multipleOf: (part) => `must be a multiple of ${part}`,
  minLength: (least) => `must have at least ${counted(least, 'character')}`,
  maxLength: (most) => `must have at most ${counted(most, 'character')}`,
  pattern: (pattern) => `must fit the pattern ${clip(pattern)}`,
  minItems: (least) => `must have at least ${counted(least, 'item')}`,
  maxItems: (most) => `must have at most ${counted(most, 'item')}`,
  uniqueItems: () => 'must not hold the same item twice',
  contains: () => 'lacks an item that it must hold',
  minContains: (least) => `must hold at least ${counted(least, 'item')} of a kind`,
  maxContains: (most) => `must hold at most ${counted(most, 'item')} of a kind`,
  minProperties: (least) => `must have at least ${counted(least, 'field')}`,
  maxProperties: (most) => `must have at most ${counted(most, 'field')}`,
  dependentRequired: () => 'lacks a field that goes with another one',
  not: () => 'has a value that is not allowed',
}

function unionWords(keyword: string, setting: unknown, root: unknown): string {
  const words = typeWords({ [keyword]: setting }, root)
  return words === null ? 'fits none of the ways, or more than one, in which it can be written' : `must be ${words}`
}

function counted(count: string, word: string): string {
  return `${count} ${word}${count === '1' ? '' : 's'}`
}

function listed(words: readonly string[]): string {
  const all = [...new Set(words)]
  const shown = all.length > MOST_VALUES ? [...all.slice(0, MOST_VALUES), 'another one of the list'] : all
  return shown.length > 2 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : shown.join(' or ')
}

function valueText(value: unknown): string {
  return clip(JSON.stringify(value) ?? 'nothing')
}

function clip(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
}
