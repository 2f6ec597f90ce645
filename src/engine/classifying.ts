import { type Classified, classify } from '../policy/classifier.ts'
import { retriesOfKind } from '../policy/giving-up.ts'
import type { Engine } from './engine.ts'

/** What would be done with an error. `maxRetries`: the most for errors of its kind, whatever the function allows, or null. */
export interface Judgement extends Classified {
  readonly maxRetries: number | null
}

/** @throws UnknownFunctionError */
export function judge({ registry, clock }: Engine, thrown: unknown, functionName: string | undefined): Judgement {
  const { classifiers } = functionName === undefined ? registry.defaults : registry.get(functionName).policy
  const classified = classify(thrown, clock.now(), classifiers, { functionName: functionName ?? '', attempt: 1 })
  return { ...classified, maxRetries: classified.error.retryable ? retriesOfKind(classified.error) : 0 }
}
