import type { BreakerEvent } from '../../operation/breaker-event.ts'
import type { Clock, Timer } from '../../operation/clock.ts'
import type { StoreRecord } from '../../operation/record.ts'
import type { Store } from '../../operation/store.ts'
import type { Log } from '../context.ts'
import { breakerRecord } from './breaker-record.ts'
import type { ScopeBreaker } from './scope-breaker.ts'

const NOTE_MS = 1000
const RETRY_MS = 1000

interface Entry {
  readonly records: readonly StoreRecord[]
  readonly event: BreakerEvent | undefined
  readonly written: () => void
  readonly failed: (error: unknown) => void
}

/** Writes what becomes of breakers, in order: each change with its event, their counts at most once a second. */
export class BreakerJournal {
  readonly #store: Store
  readonly #clock: Clock
  readonly #log: Log
  readonly #entries: Entry[] = []
  readonly #noted = new Set<ScopeBreaker>()
  #timer: Timer | null = null
  #writing: Promise<void> | null = null
  #stopped = false
  #hurry: () => void = () => undefined

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  /** Resolves once it is durable. Rejects when the store cannot be written now; it is tried again all the same. */
  write(breakers: readonly ScopeBreaker[], event?: BreakerEvent): Promise<void> {
    for (const breaker of breakers) this.#noted.delete(breaker)
    return this.#enter(breakers.map(breakerRecord), event)
  }

  /** Nothing is to be remembered of it but what its heir took over. */
  forget(breaker: ScopeBreaker, heir: ScopeBreaker): void {
    for (const one of [breaker, heir]) this.#noted.delete(one)
    this.#enter([{ kind: 'breaker', key: breaker.scope, value: null }, breakerRecord(heir)]).catch(() => undefined)
  }

  #enter(records: readonly StoreRecord[], event?: BreakerEvent): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#entries.push({ records, event, written: resolve, failed: reject })
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null
    })
    return promise
  }

  /** Its counts changed. */
  note(breaker: ScopeBreaker): void {
    this.#noted.add(breaker)
    if (!this.#stopped) this.#timer ??= this.#clock.timer(NOTE_MS, () => this.#writeNoted())
  }

  /** Writes what is left, once; what cannot be written now is lost. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#writeNoted()
    this.#hurry()
    await this.#writing
  }

  #writeNoted(): void {
    this.#timer?.cancel()
    this.#timer = null
    // Who waits for it would only learn what the log is told.
    if (this.#noted.size > 0) this.write([...this.#noted]).catch(() => undefined)
  }

  async #writeAll(): Promise<void> {
    for (let entry = this.#entries[0]; entry !== undefined; entry = this.#entries[0]) {
      try {
        await this.#store.putRecords(entry.records, entry.event)
        this.#entries.shift()
        entry.written()
      } catch (error) {
        entry.failed(error)
        this.#log.warn({ err: error }, 'The state of a circuit breaker could not be stored; it is tried again')
        if (this.#stopped) {
          for (const lost of this.#entries.splice(0)) lost.failed(error)
          return
        }
        await this.#pause()
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.timer(RETRY_MS, resolve)
      this.#hurry = () => {
        timer.cancel()
        resolve()
      }
    })
  }
}
