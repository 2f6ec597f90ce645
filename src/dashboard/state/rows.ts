/** An item of a list of the server, with its place there. */
export interface Row<T> {
  readonly cursor: string
  readonly node: T
}

/** A page of such a list, as connections are answered. */
export interface RowPage<T> {
  readonly edges: readonly Row<T>[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }
}

/** Rows that were read after these, or once more: each is in the list once, and as it was read last. */
export function withLater<T>(rows: readonly Row<T>[], later: readonly Row<T>[]): readonly Row<T>[] {
  const read = new Set(later.map(({ cursor }) => cursor))
  return [...rows.filter(({ cursor }) => !read.has(cursor)), ...later]
}

/** Rows that were read before these. */
export function withEarlier<T>(rows: readonly Row<T>[], earlier: readonly Row<T>[]): readonly Row<T>[] {
  const shown = new Set(rows.map(({ cursor }) => cursor))
  return [...earlier.filter(({ cursor }) => !shown.has(cursor)), ...rows]
}

/**
 * After which row to read what is new: the last one before the first that may have changed since it was read. null: there
 * is none, so that all have to be read again.
 */
export function readAgainAfter<T>(rows: readonly Row<T>[], mayChange: (node: T) => boolean): string | null {
  const first = rows.findIndex(({ node }) => mayChange(node))
  return (first === -1 ? rows.at(-1) : rows[first - 1])?.cursor ?? null
}
