/** Why a command ended without having done its work. `code` is that of the API, or USAGE, UNREACHABLE or INTERRUPTED. */
export class CliError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'CliError'
    this.code = code
  }
}

/** An answer of the API that is an error as data. */
interface Refusal {
  readonly code: string
  readonly message: string
}

/**
 * What a mutation answered, when it is no error.
 *
 * @throws CliError with the code and the message of the error otherwise
 */
export function accepted<Result extends object>(result: Result): Exclude<Result, Refusal> {
  if ('code' in result && 'message' in result) throw new CliError(String(result.code), String(result.message))
  return result as Exclude<Result, Refusal>
}

/** There is no such operation. */
export function noSuchOperation(id: string): CliError {
  return new CliError('NOT_FOUND', `There is no operation with the id "${id}"; "recoverable list" shows those there are`)
}
