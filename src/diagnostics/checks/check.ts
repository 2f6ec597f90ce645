import type { Grounds } from '../grounds.ts'
import type { SelfCheck } from '../reports.ts'

/** One of the checks of the self-test. */
export interface Check {
  readonly name: SelfCheck['name']
  /** Answers what was proven; throws what is wrong. `probeStore` writes to the store of the served engine. */
  readonly run: (grounds: Grounds, probeStore: () => Promise<void>) => Promise<string>
}
