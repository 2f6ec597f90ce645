import type { Clock } from '../../src/operation/clock.ts'
import type { Claim, Dispatched, Dispatcher, Transaction } from '../../src/operation/dispatcher.ts'
import type { NewId } from '../../src/operation/ids.ts'
import type { RunningOperation } from '../../src/operation/operation.ts'
import type { Store } from '../../src/operation/store.ts'
import type { Job, JobTable } from './job-table.ts'

const POLL_MS = 100

/**
 * What the engine of a cluster is like, seen from ours: its jobs are rows that change in the transaction of the commit,
 * its claims name an operation and no more, and what it holds it gives out once. It refuses an intent that does not
 * fit the job that is there, so that every test that runs on it holds the engine's intents to their meaning.
 */
export class ClusterDispatcher implements Dispatcher {
  readonly #store: Store
  readonly #clock: Clock
  readonly #newId: NewId
  readonly #jobs: JobTable
  readonly #held = new Map<string, Claim>()
  #wake: () => void = () => undefined
  #started = false
  #afterId: string | null = null

  constructor(store: Store, clock: Clock, newId: NewId, jobs: JobTable) {
    this.#store = store
    this.#clock = clock
    this.#newId = newId
    this.#jobs = jobs
  }

  async start(): Promise<void> {
    this.#started = true
    this.#poll()
  }

  async stop(): Promise<void> {
    this.#started = false
  }

  onWake(listener: () => void): void {
    this.#wake = listener
  }

  /** Every cluster polls: a job that is due later wakes nobody when its time has come. */
  #poll(): void {
    if (!this.#started) return
    this.#wake()
    this.#clock.timer(POLL_MS, () => this.#poll())
  }

  async onCommit(tx: Transaction | null, dispatched: readonly Dispatched[]): Promise<() => void> {
    const undo = this.#jobs.savepoint()
    try {
      for (const one of dispatched) await this.#apply(tx, one)
    } catch (error) {
      undo()
      throw error
    }
    return () => {
      if (this.#started) this.#wake()
    }
  }

  async #apply(tx: Transaction | null, { operation, intent }: Dispatched): Promise<void> {
    const { id: operationId, functionName, priority } = operation
    if (intent.kind === 'none') return
    const job = await this.#jobs.get(tx, operationId)
    const fits = intent.kind === 'enqueue' ? job === null : job !== null
    if (!fits) throw new Error(`The intent ${intent.kind} does not fit the job of operation "${operationId}"`)
    if ('at' in intent) await this.#jobs.put(tx, { operationId, functionName, priority, dueAt: intent.at })
    else await this.#jobs.delete(tx, operationId)
  }

  async claim(slots: ReadonlyMap<string, number>, total: number): Promise<readonly Claim[]> {
    const running = new Set((await this.#store.running(null, 1000)).map(({ id }) => id))
    const left = new Map(slots)
    const claims: Claim[] = []
    for (const job of this.#jobs.all()) {
      const free = left.get(job.functionName) ?? 0
      if (claims.length === total) break
      if (free === 0 || running.has(job.operationId) || !this.#isFree(job)) continue
      left.set(job.functionName, free - 1)
      const { operationId, functionName } = job
      const claim = { operationId, functionName, token: this.#newId('lease'), operation: null }
      this.#held.set(operationId, claim)
      claims.push(claim)
    }
    return claims
  }

  #isFree({ operationId, dueAt }: Job): boolean {
    return dueAt <= this.#clock.now() && !this.#held.has(operationId)
  }

  adopt(operationId: string, functionName: string): Claim {
    const claim = { operationId, functionName, token: this.#newId('lease'), operation: null }
    this.#held.set(operationId, claim)
    return claim
  }

  release(claim: Claim): void {
    if (this.#held.get(claim.operationId) === claim) this.#held.delete(claim.operationId)
    if (this.#started) this.#wake()
  }

  async orphans(limit: number): Promise<readonly RunningOperation[]> {
    const found = await this.#store.running(this.#afterId, limit)
    this.#afterId = found.at(-1)?.id ?? null
    return found
  }
}
