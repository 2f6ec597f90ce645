import type { PageKey } from '../../../operation/query.ts'
import { compareKeys } from '../../order.ts'

/** Reads up to `limit` keys of one source beyond a key, in the order of the merge. */
export type ReadKeys<K extends PageKey> = (from: PageKey, limit: number) => K[]

/** Few at first, because most of many sources end up behind the page; twice as many each time a source proves to lead. */
const FIRST_CHUNK = 2
const MAX_CHUNK = 1024

interface Source<K extends PageKey> {
  readonly read: ReadKeys<K>
  chunk: K[]
  next: number
  /** How many keys the chunk was asked for. */
  size: number
}

/** The first `limit` keys of sorted sources, each read in chunks only as far as it is needed. */
export function mergeKeys<K extends PageKey>(reads: readonly ReadKeys<K>[], upwards: boolean, from: PageKey, limit: number): K[] {
  const sign = upwards ? 1 : -1
  const size = Math.min(MAX_CHUNK, Math.max(FIRST_CHUNK, Math.ceil((2 * limit) / Math.max(1, reads.length))))
  const sources: Source<K>[] = reads.map((read) => ({ read, chunk: read(from, size), next: 0, size }))
  const order = sources.filter((source) => source.chunk.length > 0).sort((a, b) => sign * compareKeys(keyOf(a), keyOf(b)))

  const keys: K[] = []
  while (keys.length < limit) {
    const source = order.shift()
    if (source === undefined) break
    keys.push(keyOf(source))
    if (advance(source)) order.splice(placeOf(order, keyOf(source), sign), 0, source)
  }
  return keys
}

function keyOf<K extends PageKey>(source: Source<K>): K {
  return source.chunk[source.next] as K
}

/** Whether the source has another key. */
function advance<K extends PageKey>(source: Source<K>): boolean {
  source.next += 1
  if (source.next < source.chunk.length) return true
  if (source.chunk.length < source.size) return false
  source.size = Math.min(MAX_CHUNK, 2 * source.size)
  source.chunk = source.read(source.chunk.at(-1) as PageKey, source.size)
  source.next = 0
  return source.chunk.length > 0
}

function placeOf<K extends PageKey>(order: readonly Source<K>[], key: PageKey, sign: number): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sign * compareKeys(keyOf(order[middle] as Source<K>), key) < 0) low = middle + 1
    else high = middle
  }
  return low
}
