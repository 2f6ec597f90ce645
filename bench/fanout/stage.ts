import { setTimeout as sleep } from 'node:timers/promises'
import { Child } from './child.ts'
import type { OpenInput, Told } from './clients.ts'

export type Kind = 'stock' | 'product'

/** What one batch of operations cost. */
export interface Cost {
  readonly seconds: number
  readonly processorSeconds: number
}

export const CLIENTS = 1000
/** Each operation is created, begins and succeeds. */
export const EVENTS_OF_OPERATION = 3
export const CLIENT_PROCESSES = 2
const LOOK_MS = 50

interface StageOptions extends Pick<OpenInput, 'query' | 'checks'> {
  readonly kind: Kind
  /** Operations have ids of this length; 0: ids of the product's own. */
  readonly idLength?: number
}

/** One server in its own process, and its clients in others. */
export class Stage {
  readonly #server: Child
  readonly #clients: readonly Child[]
  readonly #idLength: number
  #events = 0

  private constructor(server: Child, clients: readonly Child[], idLength: number) {
    this.#server = server
    this.#clients = clients
    this.#idLength = idLength
  }

  /** Resolves when all clients are subscribed. */
  static async open({ kind, query, checks, idLength = 0 }: StageOptions): Promise<Stage> {
    const server = new Child('server.ts', [kind])
    const port = await server.ask<number>('port')
    const clients = Array.from({ length: CLIENT_PROCESSES }, () => new Child('clients.ts', []))
    const input: OpenInput = { port, query, checks, clients: CLIENTS / CLIENT_PROCESSES }
    await Promise.all(clients.map((child) => child.ask('open', input)))
    while ((await server.ask<number>('subscribers')) < CLIENTS) await sleep(LOOK_MS)
    return new Stage(server, clients, idLength)
  }

  /** Runs operations; resolves when all clients, but for the first `but` of each process, were told of all events. */
  async run(operations: number, but = 0): Promise<Cost> {
    const before = await this.#server.ask<number>('processorSeconds')
    const startedAt = performance.now()
    this.#events += operations * EVENTS_OF_OPERATION
    await Promise.all([this.#server.ask('run', { operations, idLength: this.#idLength }), this.told(but)])
    const seconds = (performance.now() - startedAt) / 1000
    return { seconds, processorSeconds: (await this.#server.ask<number>('processorSeconds')) - before }
  }

  /** Resolves when all clients, but for the first `but` of each process, were told of all events. */
  async told(but = 0): Promise<void> {
    await Promise.all(this.#clients.map((child) => child.ask('told', { results: this.#events, but })))
  }

  async stopReading(clientsOfProcess: number): Promise<void> {
    await Promise.all(this.#clients.map((child) => child.ask('stopReading', clientsOfProcess)))
  }

  async readAgain(): Promise<void> {
    await Promise.all(this.#clients.map((child) => child.ask('readAgain')))
  }

  residentMiB(): Promise<number> {
    return this.#server.ask<number>('residentMiB')
  }

  /** Faults: clients that were not told each event once, and what was told out of order. */
  async outcome(): Promise<{ readonly failures: number; readonly cutOff: number }> {
    const told = await Promise.all(this.#clients.map((child) => child.ask<Told>('count')))
    const faultsOf = ({ results, outOfOrder }: Told) => outOfOrder + results.filter((n) => n !== this.#events).length
    return {
      failures: told.reduce((sum, each) => sum + faultsOf(each), 0),
      cutOff: told.reduce((sum, each) => sum + each.cutOff, 0),
    }
  }

  /** How many events the stalled clients have not been told of, at least. */
  async behind(clientsOfProcess: number): Promise<number> {
    const told = await Promise.all(this.#clients.map((child) => child.ask<Told>('count')))
    return Math.min(...told.flatMap(({ results }) => results.slice(0, clientsOfProcess)).map((n) => this.#events - n))
  }

  async end(): Promise<void> {
    await Promise.all([this.#server, ...this.#clients].map((child) => child.end()))
  }
}
