import type { Change } from '../operation/change.ts'
import type { CommitAnswer, CommitGauge } from '../operation/store.ts'

/** Writes one batch in one transaction and answers each change by itself. Must not throw. */
export type WriteBatch = (changes: readonly Change[]) => Promise<readonly CommitAnswer[]>

/** More changes in one transaction would keep the event loop longer and save nothing. */
const MAX_BATCH = 64

interface Waiting {
  readonly changes: readonly Change[]
  readonly answers: CommitAnswer[]
  readonly answer: (answers: readonly CommitAnswer[]) => void
}

/**
 * Group commit: what arrives in the same turn of the event loop, or while a batch is being written, shares the next
 * transaction. What one caller brought stays together as long as it fits into a batch.
 */
export class CommitQueue implements CommitGauge {
  readonly #write: WriteBatch
  readonly #waiting: Waiting[] = []
  #running = false
  #waitingChanges = 0
  #observer: ((changes: number) => () => void) | null = null
  #whenIdle: (() => void)[] = []

  constructor(write: WriteBatch) {
    this.#write = write
  }

  get waiting(): number {
    return this.#waitingChanges
  }

  observe(observer: (changes: number) => () => void): void {
    this.#observer = observer
  }

  add(changes: readonly Change[]): Promise<readonly CommitAnswer[]> {
    if (changes.length === 0) return Promise.resolve([])
    return new Promise((answer) => {
      this.#waitingChanges += changes.length
      this.#waiting.push({ changes, answers: [], answer })
      if (this.#running) return
      this.#running = true
      // Not a microtask: callbacks of one turn of the loop (sockets, timers) run between microtasks, and all may commit.
      setImmediate(this.#run)
    })
  }

  /** Resolves once nothing waits and nothing is being written. */
  idle(): Promise<void> {
    if (!this.#running) return Promise.resolve()
    return new Promise((resolve) => this.#whenIdle.push(resolve))
  }

  readonly #run = async (): Promise<void> => {
    const callers = this.#nextCallers()
    const changes = nextChanges(callers)
    this.#waitingChanges -= changes.length
    const ended = this.#observer?.(changes.length)
    const answers = await this.#write(changes)
    ended?.()
    let from = 0
    for (const caller of callers) {
      const share = Math.min(caller.changes.length - caller.answers.length, changes.length - from)
      for (let i = 0; i < share; i++) caller.answers.push(answers[from + i] as CommitAnswer)
      from += share
      if (caller.answers.length === caller.changes.length) caller.answer(caller.answers)
    }
    if (this.#waiting.length > 0) {
      setImmediate(this.#run)
      return
    }
    this.#running = false
    const idle = this.#whenIdle
    this.#whenIdle = []
    for (const resolve of idle) resolve()
  }

  /** Those whose changes fit into one batch together; a single one that does not fit stays first until it is through. */
  #nextCallers(): readonly Waiting[] {
    let size = 0
    let count = 0
    for (const { changes, answers } of this.#waiting) {
      const left = changes.length - answers.length
      if (count > 0 && size + left > MAX_BATCH) break
      size += left
      count += 1
      if (size >= MAX_BATCH) break
    }
    if (size > MAX_BATCH) return [this.#waiting[0] as Waiting]
    return this.#waiting.splice(0, count)
  }
}

function nextChanges(callers: readonly Waiting[]): readonly Change[] {
  const changes: Change[] = []
  for (const caller of callers) {
    for (let i = caller.answers.length; i < caller.changes.length && changes.length < MAX_BATCH; i++) {
      changes.push(caller.changes[i] as Change)
    }
  }
  return changes
}
