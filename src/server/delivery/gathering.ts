// A turn of the loop in which there is nothing to do takes some microseconds: nobody notices a few of them.
const QUIET_TURNS = 4
const MOST_TURNS = 16

/**
 * Decides when the results that outlets have gathered leave: once nothing new has come for a few turns of the loop, at the
 * latest after some more. The events of a burst come a turn or two apart, and the results of all of them then leave in one
 * piece; a lone one waits for microseconds.
 */
export class Gathering {
  readonly #flushes = new Set<() => void>()
  #quietTurns = 0
  #turns = 0

  /** Something new waits to be flushed. */
  add(flush: () => void): void {
    if (this.#flushes.size === 0) setImmediate(this.#turn)
    this.#flushes.add(flush)
    this.#quietTurns = 0
  }

  readonly #turn = (): void => {
    this.#turns += 1
    this.#quietTurns += 1
    if (this.#quietTurns <= QUIET_TURNS && this.#turns < MOST_TURNS) {
      setImmediate(this.#turn)
      return
    }
    const flushes = [...this.#flushes]
    this.#flushes.clear()
    this.#turns = 0
    for (const flush of flushes) flush()
  }
}
