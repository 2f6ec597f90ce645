import { Handle } from './handle.ts'
import type { StartOptions } from './options.ts'
import type { Recovery } from './recovery.ts'

/** A registered function, ready to be started: what `recovery.define` answers. */
export class RecoverableFunction<I, O> {
  readonly name: string
  readonly #recovery: Recovery

  constructor(recovery: Recovery, name: string) {
    this.#recovery = recovery
    this.name = name
  }

  /**
   * Creates an operation and answers a handle on it; it is durable then, and runs by itself.
   *
   * @throws InvalidInputError, DuplicateOperationError, StoreUnavailableError
   */
  async start(input: I, options?: StartOptions): Promise<Handle<O>> {
    const { operation } = await this.#recovery.start(this.name, input, options)
    return new Handle<O>(this.#recovery, operation.id)
  }

  /** Creates an operation and waits for its result; throws what `start` and `Handle.result` throw. */
  run(input: I, options?: StartOptions): Promise<O> {
    return this.#recovery.run<O>(this.name, input, options)
  }
}
