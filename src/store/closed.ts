import { InvalidInputError, StoreUnavailableError } from '../operation/errors.ts'

/** The answer to everything asked of a store after `close`. */
export function closedError(): StoreUnavailableError {
  return new StoreUnavailableError('The store is closed; open it again')
}

/** The answer to what is written inside `ctx.transaction` by any other way than its entity manager. */
export function insideError(): InvalidInputError {
  return new InvalidInputError(
    'Inside ctx.transaction only its entity manager writes; start operations, and run steps, before it or after it',
  )
}
