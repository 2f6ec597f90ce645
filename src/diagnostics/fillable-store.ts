import { StoreUnavailableError } from '../operation/errors.ts'
import type { Store } from '../operation/store.ts'

/** A store whose disk can be made full and freed again. */
export interface FillableStore {
  readonly store: Store
  full: boolean
  /** How many changes it refused. */
  readonly refused: () => number
}

/** While it is full it refuses every commit as a full disk does, and writes nothing. */
export function fillableStore(inner: Store): FillableStore {
  let refused = 0
  const fillable: FillableStore = {
    full: false,
    refused: () => refused,
    store: new Proxy(inner, {
      get(target, name) {
        if (name === 'commit' && fillable.full) {
          return async (changes: readonly unknown[]) => {
            refused += changes.length
            return changes.map(() => ({ kind: 'unavailable', error: new StoreUnavailableError('The disk of the store is full') }))
          }
        }
        const member = Reflect.get(target, name, target) as unknown
        return typeof member === 'function' ? member.bind(target) : member
      },
    }),
  }
  return fillable
}
