import { StoreUnavailableError } from '../operation/errors.ts'

/** The answer to everything asked of a store after `close`. */
export function closedError(): StoreUnavailableError {
  return new StoreUnavailableError('The store is closed; open it again')
}
