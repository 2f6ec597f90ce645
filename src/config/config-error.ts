import { RecoveryError } from '../operation/errors.ts'

/** The configuration cannot be used. `problems` holds one line for each fault: all of them, not only the first. */
export class ConfigError extends RecoveryError {
  readonly problems: readonly string[]

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super('INVALID_INPUT', `The configuration cannot be used:\n${problems.map((line) => `  - ${line}`).join('\n')}`, options)
    this.problems = problems
  }
}
