import { StoreUnavailableError } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'

/** A store whose commits can be made to fail as those of a full disk do: nothing is written, and it says so. */
export function failingStore(inner: Store): { readonly store: Store; full: boolean; readonly refused: () => number } {
  let refused = 0
  const control = {
    full: false,
    refused: () => refused,
    store: new Proxy(inner, {
      get(target, name) {
        if (name === 'commit' && control.full) {
          return async (changes: readonly unknown[]) => {
            refused += changes.length
            return changes.map(() => ({ kind: 'unavailable', error: new StoreUnavailableError('The disk is full') }))
          }
        }
        const member = Reflect.get(target, name, target) as unknown
        return typeof member === 'function' ? member.bind(target) : member
      },
    }),
  }
  return control
}
