import { type ReadonlySignal, signal } from '@preact/signals'
import type { OperationDataQuery, OperationHeadPartsFragment } from '../../gql/graphql.ts'
import type { ProgressValues } from '../../text/progress.ts'

export type Head = OperationHeadPartsFragment
type Data = NonNullable<OperationDataQuery['operation']>

/** `unknown` until the first answer; `missing` was never seen by this page; `gone` was, and is kept as it was last. */
export type Presence = 'unknown' | 'there' | 'missing' | 'gone'

/** What is known of the operation, from whichever answer told of it last. */
export class ShownOperation {
  readonly #head = signal<Head | null>(null)
  readonly #presence = signal<Presence>('unknown')
  readonly #progress = signal<ProgressValues | null>(null)
  readonly #data = signal<Data | null>(null)

  get head(): ReadonlySignal<Head | null> {
    return this.#head
  }

  get presence(): ReadonlySignal<Presence> {
    return this.#presence
  }

  get progress(): ReadonlySignal<ProgressValues | null> {
    return this.#progress
  }

  get data(): ReadonlySignal<Data | null> {
    return this.#data
  }

  /** An answer of the server; null says that there is no such operation. */
  answered(operation: Head | null): void {
    const before = this.#head.peek()
    if (operation === null) {
      this.#presence.value = before === null ? 'missing' : 'gone'
      return
    }
    this.#presence.value = 'there'
    // Answers overtake each other: what they tell of changes only forward.
    if (before !== null && Date.parse(operation.updatedAt) < Date.parse(before.updatedAt)) return
    this.#head.value = operation
    this.#progress.value = operation.progress
  }

  /** How a mutation left it, unless an event has told already what came of it since. */
  left(operation: Head): void {
    const before = this.#head.peek()
    if (before === null || Date.parse(operation.updatedAt) > Date.parse(before.updatedAt)) this.answered(operation)
  }

  dataAnswered(data: Data | null): void {
    if (data !== null) this.#data.value = data
  }

  progressed(progress: ProgressValues | null): void {
    if (progress !== null) this.#progress.value = progress
  }
}
