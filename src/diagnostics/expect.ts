/** What a check or a scenario found to be wrong, in words for people. */
export class ExpectationError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ExpectationError'
  }
}

/** @throws ExpectationError that says `otherwise` when it is not so */
export function expect(met: boolean, otherwise: string): asserts met {
  if (!met) throw new ExpectationError(otherwise)
}

/** What was thrown, in one line. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
