import { type ClientConfig, loadClientConfig } from '../config/client.ts'
import type { Api } from './api.ts'
import { CliError } from './cli-error.ts'
import { codeOf } from './exit-codes.ts'
import { Output } from './output.ts'
import type { World } from './world.ts'

/** The options that every command has. */
export interface CommonOptions {
  readonly json?: true
  readonly verbose?: true
  readonly config?: string
  readonly url?: string
  readonly token?: string
}

/** One run of one command: the world around it, its way of speaking, and its connection to the server. */
export class Session {
  readonly world: World
  readonly output: Output
  readonly options: CommonOptions
  #api: Api | null = null

  constructor(world: World, options: CommonOptions) {
    this.world = world
    this.options = options
    this.output = new Output(world, { json: options.json === true, verbose: options.verbose === true })
  }

  /** Where the server is. @throws ConfigError */
  server(): Promise<ClientConfig> {
    const { url = null, token = null, config: file = null } = this.options
    return loadClientConfig({ env: this.world.env, cwd: this.world.cwd, file, url, token })
  }

  /** The connection to the server; made when it is first asked for. @throws ConfigError */
  async api(): Promise<Api> {
    this.#api ??= this.world.openApi(await this.server())
    return this.#api
  }

  /** What is told of an error: where a token is missing, how a command is given one. The server speaks of HTTP's header. */
  async explained(error: unknown): Promise<unknown> {
    if (codeOf(error) !== 'UNAUTHENTICATED' || (await this.server()).token !== null) return error
    return new CliError('UNAUTHENTICATED', 'This server wants to know who asks: name a token with --token or RECOVERY_TOKEN')
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.world.clock.now()
  }

  async close(): Promise<void> {
    await this.#api?.close()
  }
}
