import { InvalidInputError } from '../operation/errors.ts'

/** The names of the options of a type: none forgotten, none made up. */
export function optionNames<T>(names: Readonly<Record<keyof T, true>>): readonly string[] {
  return Object.keys(names)
}

/**
 * Refuses what is no object of options, and options that nobody knows: a misspelled one would be left out unseen. Only own
 * properties are looked at, so options may be an instance of a class.
 *
 * @param where the option that these belong to; empty for those of a function
 * @throws InvalidInputError naming the option, and the one that may have been meant
 */
export function refuseUnknown(options: unknown, known: readonly string[], where = ''): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    const name = where === '' ? 'options' : where
    throw new InvalidInputError(`${name} must be an object of options`, { field: name })
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const path = (name: string) => (where === '' ? name : `${where}.${name}`)
  const meant = nearest(unknown, known)
  const advice = meant === null ? `options are: ${known.map(path).join(', ')}` : `did you mean ${path(meant)}?`
  throw new InvalidInputError(`There is no option ${path(unknown.slice(0, 80))}; ${advice}`, {
    field: path(unknown.slice(0, 80)),
  })
}

/** The known name that takes the fewest edits, at most half of its letters; null when none is that close. */
function nearest(name: string, known: readonly string[]): string | null {
  let best: string | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const one of known) {
    const edits = Math.abs(one.length - name.length) > one.length / 2 ? fewest : distance(name.toLowerCase(), one.toLowerCase())
    if (edits >= fewest || edits > one.length / 2) continue
    best = one
    fewest = edits
  }
  return best
}

/** Levenshtein's: letters put in, left out or exchanged. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const letter of a) {
    const next = [(row[0] as number) + 1]
    for (const [i, other] of [...b].entries()) {
      const exchanged = (row[i] as number) + (letter === other ? 0 : 1)
      next.push(Math.min(exchanged, (row[i + 1] as number) + 1, (next[i] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
