import type { Clock } from '../operation/clock.ts'
import type { OpenApi } from './api.ts'

/** Where text goes: a terminal, a pipe or a file. */
export interface Screen {
  write(text: string): void
  readonly isTTY: boolean
  /** Of a terminal; what is not one has no width. */
  readonly columns: number | undefined
  readonly rows: number | undefined
}

/** All that a command touches of the world outside; tests bring their own. */
export interface World {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly version: string
  readonly stdout: Screen
  readonly stderr: Screen
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<string>
  /** Asks a person on the terminal; null when there is none. */
  readonly ask: ((question: string) => Promise<string>) | null
  readonly clock: Clock
  /** The clock on the wall as it reads now, however it was set, in milliseconds since the epoch. */
  readonly wallClock: () => number
  /** Milliseconds from some fixed moment on, whatever is done to the clock on the wall. */
  readonly stopwatch: () => number
  readonly nodeVersion: string
  /** Calls `listener` when the person presses Ctrl-C or the process is told to end, until the answer is called. */
  readonly onInterrupt: (listener: () => void) => () => void
  readonly openApi: OpenApi
  /** Runs a server in this process, with the flags of `serve`. */
  readonly serve: (argv: readonly string[]) => Promise<void>
}
