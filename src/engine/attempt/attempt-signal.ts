/** The signal of one attempt, made when somebody looks at it. It follows the signal of the caller, if that gave one. */
export class AttemptSignal {
  readonly controller = new AbortController()
  readonly #caller: AbortSignal | null
  readonly #follow = (): void => this.controller.abort(this.#caller?.reason)

  constructor(caller: AbortSignal | null) {
    this.#caller = caller
    if (caller?.aborted === true) this.#follow()
    else caller?.addEventListener('abort', this.#follow)
  }

  /** The attempt is over: a caller's signal may live for ever and must not hold on to it. */
  detach(): void {
    this.#caller?.removeEventListener('abort', this.#follow)
  }
}
