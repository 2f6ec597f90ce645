import type { CommitListener, Dispatched } from '../../src/operation/dispatcher.ts'
import type { StoredEvent } from '../../src/operation/event.ts'
import type { OwnTransactions, Store } from '../../src/operation/store.ts'

/** When a life ends: just before its nth commit is written, or just after, when nobody has been told of it yet. */
export interface CrashPoint {
  readonly commit: number
  readonly when: 'before' | 'after'
}

const NEVER = new Promise<never>(() => undefined)

/**
 * One durable store that many engines use, one after another, each until it crashes. A crashed engine is cut off:
 * nothing it asks is answered, and it hears of nothing any more, as if its process were gone.
 */
export class Crashable {
  readonly #inner: Store
  #life: Life | null = null

  constructor(inner: Store) {
    this.#inner = inner
    inner.joinCommits({ onCommit: (tx, dispatched) => this.#life?.joined(tx, dispatched) ?? (() => undefined) })
    inner.onEvents((events) => {
      if (this.#life?.crashed === false) this.#life.heard(events)
    })
  }

  get inner(): Store {
    return this.#inner
  }

  /** The store as the next life sees it. */
  connect(point: CrashPoint | null): { readonly store: Store; readonly life: Life } {
    const life = new Life(this.#inner, point)
    this.#life = life
    return { store: life.store(), life }
  }
}

export class Life {
  readonly #inner: Store
  readonly #point: CrashPoint | null
  #listener: CommitListener | null = null
  #hear: (events: readonly StoredEvent[]) => void = () => undefined
  commits = 0
  crashed = false
  /** How many events were durable after each commit of this life. */
  readonly written: number[] = []
  /** Resolves when the commit at which it crashed is durable. */
  settled: Promise<unknown> = Promise.resolve()

  constructor(inner: Store, point: CrashPoint | null) {
    this.#inner = inner
    this.#point = point
  }

  /** A process that dies after a commit took part in its transaction, and did nothing any more once it was durable. */
  async joined(tx: Parameters<CommitListener['onCommit']>[0], dispatched: readonly Dispatched[]): Promise<() => void> {
    const after = await this.#listener?.onCommit(tx, dispatched)
    return () => {
      if (!this.crashed) after?.()
    }
  }

  heard(events: readonly StoredEvent[]): void {
    this.#hear(events)
  }

  crash(): void {
    this.crashed = true
  }

  store(): Store {
    return new Proxy(this.#inner, {
      get: (inner, name) => {
        if (name === 'commit') return (changes: Parameters<Store['commit']>[0]) => this.#commit(changes)
        if (name === 'joinCommits') return (listener: CommitListener) => this.#join(listener)
        if (name === 'onEvents') return (listener: typeof this.heard) => this.#listen(listener)
        if (name === 'ownTransactions') return inner.ownTransactions && this.#transactions(inner.ownTransactions)
        if (name === 'onBreakerEvents') return () => () => undefined
        if (name === 'close') return async () => undefined
        const member = Reflect.get(inner, name, inner) as unknown
        if (typeof member !== 'function') return member
        return (...args: unknown[]) => (this.crashed && name !== 'head' ? NEVER : member.apply(inner, args))
      },
    })
  }

  /** Counts as a commit. Dying before it, the work was done and is rolled back. */
  #transactions(inner: OwnTransactions): OwnTransactions {
    return {
      isInside: () => inner.isInside(),
      run: async (work) => {
        if (this.crashed) return NEVER
        const dies = this.#point?.commit === ++this.commits ? this.#point.when : null
        const answered = inner.run(async (entityManager) => {
          const change = await work(entityManager)
          if (dies !== 'before') return change
          this.crash()
          throw new Error('The process is gone')
        })
        const answer = await answered.catch((error) => (dies === null ? Promise.reject(error) : null))
        if (dies === 'after') this.crash()
        return this.crashed || answer === null ? NEVER : answer
      },
    }
  }

  #join(listener: CommitListener): void {
    this.#listener = listener
  }

  #listen(listener: (events: readonly StoredEvent[]) => void): () => void {
    this.#hear = listener
    return () => undefined
  }

  async #commit(changes: Parameters<Store['commit']>[0]): ReturnType<Store['commit']> {
    if (this.crashed) return NEVER
    this.commits++
    const dies = this.#point?.commit === this.commits
    if (dies && this.#point?.when === 'before') {
      this.crash()
      return NEVER
    }
    // Cut off first: what is written now is durable, but this life never learns of it.
    if (dies) this.crash()
    const committing = this.#inner.commit(changes)
    if (dies) this.settled = committing
    const answers = await committing
    const events = changes.filter(({ event }, index) => event !== null && answers[index]?.kind === 'committed')
    this.written.push((this.written.at(-1) ?? 0) + events.length)
    return this.crashed ? NEVER : answers
  }
}
