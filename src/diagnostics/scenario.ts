import type { TestKind } from './reports.ts'
import type { Trial } from './trial.ts'

/** A fault that is really injected, and what recovery must make of it. */
export interface Scenario {
  /** For ever: callers name it. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** What it is about: `network`, `resource`, `application` or `concurrency`. */
  readonly category: string
  readonly kind: TestKind
  /** The documented length of the scenario in seconds; it takes less. */
  readonly durationSeconds: number
  /** After so many seconds it has failed. */
  readonly timeoutSeconds: number
  readonly expectedResult: string
  /** @throws ExpectationError when recovery did not do what it must; anything else is a failure too */
  readonly run: (trial: Trial) => Promise<void>
}
