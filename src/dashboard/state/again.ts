import { Backoff } from '../../client/backoff.ts'
import { systemRandom } from '../../client/system.ts'
import { isPassing } from '../text/error-texts.ts'
import { timer } from './time.ts'

const SHORTEST_WAIT_MS = 1000

/** Does it again, less and less often, for as long as the server, its store or the way there is away. */
export class Again {
  readonly #run: () => void
  readonly #backoff = new Backoff(systemRandom)
  #wait: { cancel(): void } | null = null

  constructor(run: () => void) {
    this.#run = run
  }

  /** To be told how each try ended: null when it went well. */
  after(error: unknown): void {
    this.cancel()
    if (error === null) this.#backoff.reset()
    else if (isPassing(error)) this.#wait = timer(Math.max(SHORTEST_WAIT_MS, this.#backoff.nextMs()), this.#run)
  }

  cancel(): void {
    this.#wait?.cancel()
    this.#wait = null
  }
}
