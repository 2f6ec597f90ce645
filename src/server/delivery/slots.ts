/** Lets so many run at once; the others wait in line. */
export class Slots {
  readonly #onChange: () => void
  readonly #waiting: (() => void)[] = []
  #free: number

  /** @param onChange called when there is one more or one less in the line */
  constructor(count: number, onChange: () => void) {
    this.#free = count
    this.#onChange = onChange
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await this.#turn()
    try {
      return await work()
    } finally {
      this.#passOn()
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#onChange()
    })
  }

  #passOn(): void {
    const next = this.#waiting.shift()
    if (next === undefined) {
      this.#free++
      return
    }
    next()
    this.#onChange()
  }
}
