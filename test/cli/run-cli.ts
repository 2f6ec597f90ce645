import type { OpenApi } from '../../src/cli/api.ts'
import type { ExitCode } from '../../src/cli/exit-codes.ts'
import { openApi } from '../../src/cli/open-api.ts'
import { runCli } from '../../src/cli/program.ts'
import type { Screen, World } from '../../src/cli/world.ts'
import { createSystemClock, stopwatch } from '../../src/engine/system.ts'
import type { Clock } from '../../src/operation/clock.ts'

/** A terminal, or a pipe, that remembers what was written, and can be waited for. */
export class FakeScreen implements Screen {
  text = ''
  readonly isTTY: boolean
  readonly columns: number | undefined
  readonly rows = 24
  readonly #waiting = new Set<() => void>()

  constructor(isTTY: boolean, columns = 100) {
    this.isTTY = isTTY
    this.columns = isTTY ? columns : undefined
  }

  write(text: string): void {
    this.text += text
    for (const look of this.#waiting) look()
  }

  /** Resolves once the text contains this. */
  async shows(part: string | RegExp): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const look = () => {
      if (typeof part === 'string' ? this.text.includes(part) : part.test(this.text)) resolve()
    }
    this.#waiting.add(look)
    look()
    await promise
    this.#waiting.delete(look)
  }
}

export interface RunOptions {
  readonly url?: string
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly tty?: boolean
  readonly columns?: number
  readonly input?: string
  readonly answer?: string
  readonly openApi?: OpenApi
  readonly nodeVersion?: string
  /** In the place of the real one. */
  readonly clock?: Clock
}

/** A command that runs, in this process, on a world that the test can see into. */
export interface Running {
  readonly stdout: FakeScreen
  readonly stderr: FakeScreen
  readonly questions: string[]
  readonly served: (readonly string[])[]
  readonly interrupt: () => void
  readonly ended: Promise<ExitCode>
}

export interface Ran {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

export function startCli(argv: readonly string[], options: RunOptions = {}): Running {
  const { url, env = {}, cwd = '/', tty = false, columns, answer } = options
  const stdout = new FakeScreen(tty, columns)
  const stderr = new FakeScreen(tty, columns)
  const questions: string[] = []
  const served: (readonly string[])[] = []
  const listeners = new Set<() => void>()
  const clock = options.clock ?? createSystemClock()
  const ask = async (question: string) => {
    questions.push(question)
    return answer ?? ''
  }
  const world: World = {
    env: { ...(url !== undefined && { RECOVERY_URL: url }), ...env },
    cwd,
    version: '0.1.0',
    stdout,
    stderr,
    readInput: async () => options.input ?? '',
    ask: answer === undefined ? null : ask,
    clock,
    wallClock: () => clock.now(),
    stopwatch,
    nodeVersion: options.nodeVersion ?? process.versions.node,
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openApi: options.openApi ?? openApi,
    serve: async (flags) => void served.push(flags),
  }
  const interrupt = () => {
    for (const listener of listeners) listener()
  }
  return { stdout, stderr, questions, served, interrupt, ended: runCli(argv, world) }
}

export async function cli(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { ended, stdout, stderr } = startCli(argv, options)
  return { code: await ended, stdout: stdout.text, stderr: stderr.text }
}
