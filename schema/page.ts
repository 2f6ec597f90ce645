import { InvalidInputError } from '../src/operation/errors.ts'

/** Items of a page when neither `first` nor `last` is given, and the most that can be asked for. */
export const DEFAULT_PAGE_SIZE = 50
export const MAX_PAGE_SIZE = 500

export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** What part of a list is asked for; `K` is the list's key. */
export interface Range<K> {
  readonly size: number
  readonly fromEnd: boolean
  readonly after?: K
  readonly before?: K
}

/**
 * Reads the arguments of a connection.
 *
 * @param decode reads a cursor of this list; told the argument's name for its message
 * @throws InvalidInputError when they contradict each other or ask for too much
 */
export function readRange<K>(args: PageArgs, decode: (cursor: string, argument: string) => K): Range<K> {
  const first = readPageSize(args.first, 'first')
  const last = readPageSize(args.last, 'last')
  if (first !== null && last !== null) {
    throw new InvalidInputError('first and last exclude each other; use first to page forward, last to page backward', {
      field: 'last',
    })
  }
  return {
    size: first ?? last ?? DEFAULT_PAGE_SIZE,
    fromEnd: last !== null,
    ...(args.after == null ? {} : { after: decode(args.after, 'after') }),
    ...(args.before == null ? {} : { before: decode(args.before, 'before') }),
  }
}

/** @throws InvalidInputError when it is negative or more than `max` */
export function readSize(size: number | null | undefined, argument: string, max: number): number | null {
  if (size == null || (size >= 0 && size <= max)) return size ?? null
  throw new InvalidInputError(`${argument} is ${size}; use 0 to ${max}`, { field: argument })
}

function readPageSize(size: number | null | undefined, argument: string): number | null {
  if (size == null) return null
  if (size < 0 || size > MAX_PAGE_SIZE) {
    throw new InvalidInputError(`${argument} is ${size}; use 0 to ${MAX_PAGE_SIZE} and page on with the cursors`, {
      field: argument,
    })
  }
  return size
}

/** The range as the store reads it. An empty page reads one item, to know whether there are any. */
export function toQuery<K>({ size, ...range }: Range<K>) {
  return { ...range, limit: Math.max(1, size) }
}

export interface Edge<T> {
  readonly cursor: string
  readonly node: T
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[]
  readonly pageInfo: PageInfo
}

/** The page of `items` that `toQuery(range)` found; `hasMore` tells of more in the direction of reading. */
export function toConnection<T>(
  range: Range<unknown>,
  found: { readonly items: readonly T[]; readonly hasMore: boolean },
  cursorOf: (item: T) => string,
): Connection<T> {
  const edges = found.items.slice(0, range.size).map((node) => ({ cursor: cursorOf(node), node }))
  const hasMore = found.hasMore || found.items.length > range.size
  return {
    edges,
    pageInfo: {
      // Against the direction of reading, a cursor is itself the proof that something lies there.
      hasNextPage: range.fromEnd ? range.before !== undefined : hasMore,
      hasPreviousPage: range.fromEnd ? hasMore : range.after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
