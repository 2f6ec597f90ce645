import type { Log } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'

export interface ShutdownOptions {
  readonly clock: Clock
  readonly log: Log & { fatal(fields: object, message: string): void }
  readonly timeoutMs: number
  readonly process: Pick<NodeJS.Process, 'on' | 'exit'>
}

/** Closes one part within `timeoutMs`. */
export type Close = (timeoutMs: number) => Promise<void>

// What a part may take beyond its time before the process ends all the same.
const GRACE_MS = 2000

/**
 * Ends the process in order.
 *
 * The first SIGTERM or SIGINT closes what was added and exits with 0; a second one exits at once
 * with 1. So does an exception that nobody caught: the state of the process is unknown then, while that of the
 * store is not, and the next start goes on from there.
 */
export class Shutdown {
  readonly #options: ShutdownOptions
  readonly #parts: Close[] = []
  #begun = false

  constructor(options: ShutdownOptions) {
    this.#options = options
    for (const signal of ['SIGTERM', 'SIGINT'] as const) options.process.on(signal, () => void this.#onSignal(signal))
    options.process.on('uncaughtException', (error) => {
      options.log.fatal({ err: error }, 'An exception was not caught; the process ends, and the next start takes its work up')
      options.process.exit(1)
    })
  }

  get begun(): boolean {
    return this.#begun
  }

  /** Parts are closed one after the other, in the order they were added. */
  add(close: Close): void {
    this.#parts.push(close)
  }

  async #onSignal(signal: NodeJS.Signals): Promise<void> {
    const { log, process } = this.#options
    if (this.#begun) {
      log.error({ signal }, 'Stopped at once; the next start takes up what was running')
      process.exit(1)
      return
    }
    this.#begun = true
    log.info({ signal }, 'Stopping')
    process.exit(await this.#close())
  }

  async #close(): Promise<0 | 1> {
    const { clock, log, timeoutMs, process } = this.#options
    const endAt = clock.now() + timeoutMs
    clock.timer(timeoutMs + GRACE_MS, () => {
      log.error({ timeoutMs }, 'Did not stop in time; the next start takes up what was running')
      process.exit(1)
    })
    try {
      for (const close of this.#parts) await close(Math.max(0, endAt - clock.now()))
      log.info({}, 'Stopped')
      return 0
    } catch (error) {
      log.error({ err: error }, 'Could not stop in order; the next start takes up what was running')
      return 1
    }
  }
}
