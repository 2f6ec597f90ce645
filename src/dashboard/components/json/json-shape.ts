/** What a value is shown as. */
export type JsonKind = 'list' | 'object' | 'text' | 'number' | 'true or false' | 'null' | 'absent'

/** A part of a list or an object: either one entry, or so many that they are shown as a portion of their own. */
export type Portion =
  | { readonly kind: 'entry'; readonly index: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }

/** The names and indexes that lead to a value within another one. */
export type JsonPath = readonly string[]

/** More entries than this beside each other are parted into at most so many portions. */
export const PORTION = 100

/** Lists and objects with more entries are closed at first, but for the outermost one. */
const FEW = 20

export function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'object'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'true or false'
  return value === undefined ? 'absent' : 'number'
}

export function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The names of the entries of a list or an object, in their order. */
export function namesOf(value: object): readonly string[] {
  return Object.keys(value)
}

/** How many entries a list or an object has. */
export function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : namesOf(value).length
}

/** What is in it, in a few words. */
export function sizeText(value: object): string {
  const size = sizeOf(value)
  const word = Array.isArray(value) ? ['item', 'items'] : ['field', 'fields']
  return `${size.toLocaleString('en-US')} ${word[size === 1 ? 0 : 1]}`
}

/** Whether it is open at first: the first levels are, unless they are long. */
export function isOpenAtFirst(value: object, level: number, openLevels: number): boolean {
  return level < openLevels && (level === 0 || sizeOf(value) <= FEW)
}

/** The entries from `from` to before `to`, at most a hundred portions of them. */
export function portionsOf(from: number, to: number): readonly Portion[] {
  const count = to - from
  if (count <= PORTION) return Array.from({ length: Math.max(0, count) }, (_, index) => ({ kind: 'entry', index: from + index }))
  let length = PORTION
  while (length * PORTION < count) length *= PORTION
  return Array.from({ length: Math.ceil(count / length) }, (_, index) => {
    const start = from + index * length
    return { kind: 'range', from: start, to: Math.min(to, start + length) }
  })
}

/** What is at a path; undefined when there is nothing. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((at, name) => (isBranch(at) && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined), value)
}

/** A value as JSON for the clipboard. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? ''
}
