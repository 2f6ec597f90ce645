import { type ReadonlySignal, signal } from '@preact/signals'

/** Some operations by their ids, or all that meet the filter, listed or not. */
export type Selected = { readonly all: true } | { readonly all: false; readonly ids: ReadonlySet<string> }

const NONE: Selected = { all: false, ids: new Set() }

/** What the person has selected in a list. */
export class Selection {
  readonly #selected = signal<Selected>(NONE)
  #anchor: string | null = null

  get selected(): ReadonlySignal<Selected> {
    return this.#selected
  }

  has(id: string): boolean {
    const selected = this.#selected.value
    return selected.all || selected.ids.has(id)
  }

  get isEmpty(): boolean {
    const selected = this.#selected.value
    return !selected.all && selected.ids.size === 0
  }

  toggle(id: string): void {
    const ids = this.#ids()
    if (!ids.delete(id)) ids.add(id)
    this.#set(ids, id)
  }

  /** Selects all from where it was clicked last up to here. `between` answers the ids from one to the other. */
  extend(id: string, between: (from: string, to: string) => readonly string[]): void {
    const added = this.#anchor === null ? [id] : between(this.#anchor, id)
    this.#set(new Set([...this.#ids(), ...added]), this.#anchor ?? id)
  }

  selectAll(): void {
    this.#selected.value = { all: true }
  }

  clear(): void {
    this.#selected.value = NONE
    this.#anchor = null
  }

  /** It is gone, so nothing can be done to it. */
  forget(id: string): void {
    const selected = this.#selected.peek()
    if (selected.all || !selected.ids.has(id)) return
    const ids = this.#ids()
    ids.delete(id)
    this.#selected.value = { all: false, ids }
  }

  #ids(): Set<string> {
    const selected = this.#selected.peek()
    return new Set(selected.all ? [] : selected.ids)
  }

  #set(ids: ReadonlySet<string>, anchor: string): void {
    this.#selected.value = { all: false, ids }
    this.#anchor = anchor
  }
}
