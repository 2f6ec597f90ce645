/** A key, or two one after the other such as `g o`, and what it is for. */
export interface Keys {
  readonly keys: string
  readonly label: string
}

interface Pressed<S> {
  /** What the key does, when it does something. */
  readonly found: S | undefined
  /** What is waited to be continued; empty when nothing is. */
  readonly pending: string
}

/** What a key means after the keys that wait to be continued. Of the same keys the latest count. */
export function pressed<S extends Keys>(all: readonly S[], pending: string, key: string): Pressed<S> {
  const keys = pending === '' ? key : `${pending} ${key}`
  const found = all.findLast((one) => one.keys === keys)
  const begins = all.some((one) => one.keys.startsWith(`${keys} `))
  // A key that does not go on with what waits is a beginning of its own.
  if (found === undefined && !begins && pending !== '') return pressed(all, '', key)
  return { found, pending: begins ? keys : '' }
}

/** Those that work: each once, where a page takes keys that have another meaning elsewhere. */
export function working<S extends Keys>(all: readonly S[]): readonly S[] {
  return all.filter((one, index) => all.findLastIndex(({ keys }) => keys === one.keys) === index)
}
