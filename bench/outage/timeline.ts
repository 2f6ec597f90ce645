interface Entry {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** Simulated time, in milliseconds: what is due runs in order of time, and of planning where the times are equal. */
export class Timeline {
  now = 0
  readonly #heap: Entry[] = []
  #planned = 0

  at(at: number, run: () => void): void {
    this.#push({ at: Math.max(at, this.now), order: this.#planned++, run })
  }

  after(ms: number, run: () => void): void {
    this.at(this.now + ms, run)
  }

  /** Runs until nothing is due any more. */
  run(): void {
    for (let next = this.#pop(); next !== undefined; next = this.#pop()) {
      this.now = next.at
      next.run()
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap
    let place = heap.push(entry) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isEarlier(entry, heap[parent] as Entry)) break
      heap[place] = heap[parent] as Entry
      place = parent
    }
    heap[place] = entry
  }

  #pop(): Entry | undefined {
    const heap = this.#heap
    const [first, last] = [heap[0], heap.pop()]
    if (last === undefined || heap.length === 0) return last
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isEarlier(heap[child + 1] as Entry, heap[child] as Entry)) child++
      if (!isEarlier(heap[child] as Entry, last)) break
      heap[place] = heap[child] as Entry
      place = child
    }
    heap[place] = last
    return first
  }
}

function isEarlier(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
