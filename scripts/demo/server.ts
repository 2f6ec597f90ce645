import { type Exit, ServerProcess } from './server-process.ts'

/** Our server on one folder: one process after another, each at an address of its own. */
export class Server {
  readonly #folder: string
  readonly #settings: Readonly<Record<string, string>>
  #process: ServerProcess | null = null
  #url = ''
  #serving = false

  constructor(folder: string, settings: Readonly<Record<string, string>>) {
    this.#folder = folder
    this.#settings = settings
  }

  /** Of the process that served last. */
  get url(): string {
    return this.#url
  }

  get pid(): number {
    return this.#process?.pid ?? 0
  }

  /** Whether there is one that could be at work. */
  get serving(): boolean {
    return this.#serving
  }

  /** Resolves when it is ready, with what it took up from its forerunner, in words. */
  async start(): Promise<string> {
    this.#process = new ServerProcess(this.#folder, this.#settings)
    const { url, takenUp } = await this.#process.ready
    this.#url = url
    this.#serving = true
    return takenUp
  }

  /** Ends the process as a failing machine would: it gets to do nothing more. */
  kill(): Promise<Exit> {
    return this.#end('SIGKILL')
  }

  /** Asks the process to stop in order. */
  stop(): Promise<Exit> {
    return this.#end('SIGTERM')
  }

  #end(signal: NodeJS.Signals): Promise<Exit> {
    if (this.#process === null) throw new Error('The server was never started')
    this.#serving = false
    return this.#process.end(signal)
  }
}
