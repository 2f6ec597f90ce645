import type { Context } from '../../src/engine/context.ts'
import { AttemptStoppedError, type StopCause } from '../../src/operation/errors.ts'
import { type Json, toJson } from '../../src/operation/json.ts'
import { type Progress, toProgress } from '../../src/operation/progress.ts'

/** An operation without an engine: what outlives its attempts, and a hand on the one that runs. */
export class FakeOperation {
  readonly id: string
  /** What a crash would leave. */
  state: Json = null
  /** Every state that was set, by all attempts. */
  readonly states: Json[] = []
  readonly progress: Progress[] = []
  readonly logged: string[] = []
  /** Called before and after a state is stored; what it throws, `state.set` rejects with. */
  onSet: (when: 'before' | 'after', value: Json) => void = () => undefined
  onProgress: (progress: Progress) => void = () => undefined
  #attempts = 0
  #running = new AbortController()

  constructor(id = 'op_test') {
    this.id = id
  }

  /** Aborts the signal of the latest attempt. */
  stop(cause: StopCause = 'paused'): void {
    this.#running.abort(new AttemptStoppedError(cause))
  }

  /** The context of a new attempt. */
  attempt(): Context {
    this.#running = new AbortController()
    this.#attempts++
    const log = (_fields: object, message: string) => void this.logged.push(message)
    return {
      operationId: this.id,
      durable: true,
      attempt: this.#attempts,
      input: null,
      metadata: {},
      signal: this.#running.signal,
      sleep: async () => undefined,
      transaction: () => Promise.reject(new Error('There is no database')),
      step: (_name, fn) => Promise.resolve(fn()),
      progress: (report) => {
        const progress = toProgress(report)
        this.progress.push(progress)
        this.onProgress(progress)
      },
      state: { get: () => structuredClone(this.state), set: (value) => this.#set(value) },
      log: { debug: log, info: log, warn: log, error: log },
    }
  }

  async #set(value: Json): Promise<void> {
    this.onSet('before', value)
    this.state = JSON.parse(JSON.stringify(toJson(value, 'state')))
    this.states.push(this.state)
    this.onSet('after', value)
  }
}
