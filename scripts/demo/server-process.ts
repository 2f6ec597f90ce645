import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
// What the start prints once the server is ready.
const ADDRESS = /^\s*GraphQL\s+(http\S+)\/graphql/m
const TAKEN_UP = /^\s*Taken up\s+(.+)$/m
const MOST_LOG = 10_000

export interface Ready {
  /** Without a slash at the end. */
  readonly url: string
  /** What the start found in the store, in words. */
  readonly takenUp: string
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Our server as a process of its own. It does not outlive this process, however this one ends. */
export class ServerProcess {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>
  #log = ''
  /** Resolves when the server takes work; rejects when it ends before, with what it said. */
  readonly ready: Promise<Ready>
  /** Resolves when it is gone. */
  readonly exited: Promise<Exit>

  /**
   * @param folder where it runs, and keeps its database and what it downloads
   * @param settings as environment variables; of the surrounding environment's settings none reaches it
   */
  constructor(folder: string, settings: Readonly<Record<string, string>>) {
    const env = { ...withoutSettings(process.env), HOST: '127.0.0.1', PORT: '0', RECOVERY_LOG_LEVEL: 'warn', ...settings }
    // The flag keeps a remark about Node's type stripping out of the log.
    const args = ['--disable-warning=ExperimentalWarning', MAIN]
    this.#child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const killWithUs = () => this.#child.kill('SIGKILL')
    process.prependListener('exit', killWithUs)
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#log = (this.#log + text).slice(-MOST_LOG)
    })
    this.exited = once(this.#child, 'close').then(([code, signal]) => {
      process.off('exit', killWithUs)
      return { code, signal }
    })
    this.ready = this.#waitUntilReady()
    // Both are awaited later, or never.
    for (const promise of [this.exited, this.ready]) promise.catch(() => undefined)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Exit> {
    this.#child.kill(signal)
    return this.exited
  }

  async #waitUntilReady(): Promise<Ready> {
    let said = ''
    const spoken = new Promise<Ready>((resolve) => {
      this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const url = ADDRESS.exec(said)?.[1]
        const takenUp = TAKEN_UP.exec(said)?.[1]
        if (url !== undefined && takenUp !== undefined) resolve({ url, takenUp })
      })
    })
    const ended = this.exited.then(({ code, signal }) => {
      throw new Error(`The server ended before it was ready (${signal ?? `exit code ${code}`}):\n${this.#log}`)
    })
    return Promise.race([spoken, ended])
  }
}

/** The user's own settings are for the user's own server. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('RECOVERY_')))
}
