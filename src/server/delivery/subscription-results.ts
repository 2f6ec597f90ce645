import type { ExecutionResult } from 'graphql'

type Next = IteratorResult<ExecutionResult, undefined>

const DONE = { done: true, value: undefined } as const

/** The results of one subscription: asks its source for an event and answers what was executed for it. */
export class SubscriptionResults implements AsyncIterableIterator<ExecutionResult> {
  readonly #source: AsyncIterator<unknown>
  readonly #resultOf: (event: unknown) => ExecutionResult | Promise<ExecutionResult>
  readonly #onEnd: () => void
  #ended = false

  constructor(
    source: AsyncIterator<unknown>,
    resultOf: (event: unknown) => ExecutionResult | Promise<ExecutionResult>,
    onEnd: () => void,
  ) {
    this.#source = source
    this.#resultOf = resultOf
    this.#onEnd = onEnd
  }

  next(): Promise<Next> {
    return this.#source.next().then(this.#toResult, this.#failed)
  }

  async return(): Promise<Next> {
    this.#end()
    await this.#source.return?.()
    return DONE
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  readonly #toResult = (event: IteratorResult<unknown, unknown>): Next | Promise<Next> => {
    if (event.done === true) return this.#finished()
    const result = this.#resultOf(event.value)
    return result instanceof Promise ? result.then((value) => ({ done: false, value })) : { done: false, value: result }
  }

  readonly #failed = (error: unknown): never => {
    this.#end()
    throw error
  }

  #finished(): Next {
    this.#end()
    return DONE
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#onEnd()
  }
}
