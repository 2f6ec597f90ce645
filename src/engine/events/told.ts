import type { Told } from './subscription.ts'

/** Makes the update when the first subscriber reads it, and gives the same one to all others. */
export class ToldOnce<E, U> implements Told<E, U> {
  readonly event: E
  readonly #make: (event: E) => U
  #update: U | null = null

  constructor(event: E, make: (event: E) => U) {
    this.event = event
    this.#make = make
  }

  update(): U {
    this.#update ??= this.#make(this.event)
    return this.#update
  }
}
