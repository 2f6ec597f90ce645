import type { Update } from './client.ts'
import type { PlannedFile } from './plan.ts'

const ENDED: readonly Update['state'][] = ['SUCCESS', 'FAILED', 'EXHAUSTED', 'CANCELLED']

/** One download as its updates tell it. */
export interface Download {
  readonly file: PlannedFile
  /** The last update; null while there was none. */
  readonly latest: Update | null
  /** Bytes that the server has, as far as it said. */
  readonly received: number
  /** The cursors of its changes of state, in the order they came. */
  readonly cursors: readonly string[]
}

/** What is known of all downloads, from the subscription alone. The name of a file is the id of its operation. */
export class Downloads {
  readonly #byName: Map<string, Download>
  #cursor: string

  /** @param cursor the place in the event log after which the subscription begins */
  constructor(files: readonly PlannedFile[], cursor: string) {
    this.#byName = new Map(files.map((file) => [file.name, { file, latest: null, received: 0, cursors: [] }]))
    this.#cursor = cursor
  }

  /** Of the last update. */
  get cursor(): string {
    return this.#cursor
  }

  take(update: Update): void {
    const before = this.#byName.get(update.operationId)
    if (before === undefined) return
    // A report of progress carries the cursor of the last change; a change has one of its own.
    const isChange = update.cursor !== this.#cursor
    this.#cursor = update.cursor
    const received = update.state === 'SUCCESS' ? before.file.bytes : (update.progress?.current ?? before.received)
    const cursors = isChange ? [...before.cursors, update.cursor] : before.cursors
    this.#byName.set(update.operationId, { ...before, latest: update, received, cursors })
  }

  all(): readonly Download[] {
    return [...this.#byName.values()]
  }

  /** From 0 to 1, of all bytes. */
  get fraction(): number {
    const sum = (numberOf: (download: Download) => number) =>
      this.all().reduce((total, download) => total + numberOf(download), 0)
    return sum(({ received }) => received) / sum(({ file }) => file.bytes)
  }

  get ended(): boolean {
    return this.all().every(({ latest }) => latest !== null && ENDED.includes(latest.state))
  }
}
