import { currentOperation, recoverable } from '../../src/index.ts'

/** Where models come from. Not always in the mood. */
export interface Hub {
  find(model: string): Promise<string>
  download(url: string): Promise<number>
  licence(model: string): Promise<string>
}

export class ModelLibrary {
  readonly #hub: Hub

  constructor(hub: Hub) {
    this.#hub = hub
  }

  /** Durable from its first step on: what a crash interrupts goes on with the next process that registers a library. */
  @recoverable({ name: 'models.install', maxRetries: 5, initialDelay: '10ms', circuitBreaker: { scope: 'hub' } })
  async install(model: string): Promise<string> {
    const operation = currentOperation()
    const url = await operation?.step('find', () => this.#hub.find(model))
    const bytes = await this.#hub.download(url ?? model)
    return `${model} (${bytes} bytes, in attempt ${operation?.attempt})`
  }

  /** Retried in memory only, because it has no name: whether we know it or not is worth a second try and no more. */
  @recoverable({ maxRetries: 1, initialDelay: 0, fallback: 'not known' })
  async licence(model: string): Promise<string> {
    return this.#hub.licence(model)
  }
}
