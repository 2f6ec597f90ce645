const MAX_CHUNK = 512

/**
 * Items in the order of `compare`, which must tell all of them apart. Kept in chunks, so that adding and deleting
 * move a few hundred references however long the list is.
 */
export class SortedList<T> {
  readonly #compare: (a: T, b: T) => number
  readonly #chunks: T[][] = []
  #size = 0

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  get size(): number {
    return this.#size
  }

  add(item: T): void {
    this.#size += 1
    const before = (other: T) => this.#compare(other, item) < 0
    const at = Math.min(this.#chunkOf(before), Math.max(0, this.#chunks.length - 1))
    const chunk = this.#chunks[at]
    if (chunk === undefined) {
      this.#chunks.push([item])
      return
    }
    chunk.splice(partition(chunk, before), 0, item)
    if (chunk.length > MAX_CHUNK) this.#chunks.splice(at + 1, 0, chunk.splice(chunk.length >> 1))
  }

  delete(item: T): void {
    const before = (other: T) => this.#compare(other, item) < 0
    const at = this.#chunkOf(before)
    const chunk = this.#chunks[at]
    if (chunk === undefined) return
    const place = partition(chunk, before)
    const found = chunk[place]
    if (found === undefined || this.#compare(found, item) !== 0) return
    chunk.splice(place, 1)
    this.#size -= 1
    if (chunk.length === 0) this.#chunks.splice(at, 1)
  }

  /** From the first item that is not `before` the place, upwards. The list must not change meanwhile. */
  *ascending(before: (item: T) => boolean = () => false): Generator<T> {
    let at = this.#chunkOf(before)
    let place = at < this.#chunks.length ? partition(this.#chunks[at] as T[], before) : 0
    for (; at < this.#chunks.length; at++, place = 0) {
      const chunk = this.#chunks[at] as T[]
      for (; place < chunk.length; place++) yield chunk[place] as T
    }
  }

  /** From the last item that is `before` the place, downwards. The list must not change meanwhile. */
  *descending(before: (item: T) => boolean = () => true): Generator<T> {
    let at = Math.min(this.#chunkOf(before), this.#chunks.length - 1)
    let place = at >= 0 ? partition(this.#chunks[at] as T[], before) : 0
    for (; at >= 0; place = this.#chunks[--at]?.length ?? 0) {
      const chunk = this.#chunks[at] as T[]
      while (place > 0) yield chunk[--place] as T
    }
  }

  /** The first chunk whose last item is not before the place. */
  #chunkOf(before: (item: T) => boolean): number {
    return partition(this.#chunks, (chunk) => before(chunk.at(-1) as T))
  }
}

/** How many of the sorted items are before the place: the items that are come first. */
function partition<T>(items: readonly T[], before: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
