import { mkdtempSync, realpathSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { systemRandom } from '../../../src/engine/system.ts'
import type { Store } from '../../../src/operation/store.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { builtDashboard } from '../built-dashboard.ts'
import { killServer, type ServerProcess, spawnServerProcess } from '../server-process.ts'
import { tempFolder } from '../temp-folder.ts'

/** Functions that do as their input says, for a server under test. */
const SCRIPTED = fileURLToPath(new URL('./scripted-functions.ts', import.meta.url))
const DATABASE = 'recovery.db'
// On a busy machine.
const START_LIMIT_MS = 60_000

export interface DashboardServerOptions {
  /** A module of functions. Default: the scripted ones. */
  readonly functions?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Default: `sqlite`, which a restart survives. */
  readonly store?: 'sqlite' | 'memory' | undefined
  /** Puts operations into the store before the server starts. */
  readonly seed?: ((store: Store) => Promise<unknown>) | undefined
}

/** A real server, as a process of its own, which keeps its address and its store through kills. */
export class DashboardServer {
  readonly folder: string
  #env: Readonly<Record<string, string>>
  #process: ServerProcess | null = null
  #url = ''

  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.folder = folder
    this.#env = env
  }

  /** Without a slash at the end. */
  get url(): string {
    return this.#url
  }

  /** Resolves when it takes work. */
  async start(): Promise<void> {
    const port = this.#url === '' ? {} : { PORT: new URL(this.#url).port }
    this.#process = spawnServerProcess(this.folder, { ...this.#env, ...port })
    this.#url = await this.#process.started()
  }

  /** Ends it as a failing machine would: it gets to do nothing more. */
  async kill(): Promise<void> {
    if (this.#process !== null) await killServer(this.#process)
    this.#process = null
  }

  /** Lets scripted functions go on that wait for this name. */
  async release(name: string): Promise<void> {
    await writeFile(join(this.folder, name), '')
  }

  /** Kills it and starts the next at the same address, with these variables changed from now on. */
  async restart(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.kill()
    this.#env = { ...this.#env, ...env }
    await this.start()
  }
}

/** A server of the running test, started; it is gone when the test has finished. */
export async function dashboardServer(options: DashboardServerOptions = {}): Promise<DashboardServer> {
  const server = new DashboardServer(await tempFolder(), environment(options))
  onTestFinished(() => server.kill())
  await begin(server, options)
  return server
}

/**
 * A server for all tests of a file, each of which makes operations of its own: a start takes a second. Called outside
 * of tests; it serves by the time that the first of them runs.
 */
export function dashboardServerOfFile(options: DashboardServerOptions = {}): DashboardServer {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'recoverable-'))
  const server = new DashboardServer(folder, environment(options))
  beforeAll(() => begin(server, options), START_LIMIT_MS)
  afterAll(async () => {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  })
  return server
}

function environment({ functions = SCRIPTED, env = {}, store = 'sqlite' }: DashboardServerOptions) {
  return {
    HOST: '127.0.0.1',
    RECOVERY_LOG_LEVEL: 'warn',
    RECOVERY_STORE: store === 'memory' ? 'memory:' : `sqlite:${DATABASE}`,
    RECOVERY_FUNCTIONS: functions,
    ...env,
  }
}

async function begin(server: DashboardServer, { seed }: DashboardServerOptions): Promise<void> {
  if (seed !== undefined) await inDatabase(join(server.folder, DATABASE), seed)
  await builtDashboard()
  await server.start()
}

/** For what a server is to find in its store. */
async function inDatabase(file: string, write: (store: Store) => Promise<unknown>): Promise<void> {
  const onError = (error: unknown) => {
    throw error
  }
  const store = await openSqliteStore({ file, random: systemRandom, onError })
  try {
    await write(store)
  } finally {
    await store.close()
  }
}
