import { type Classified, classify } from '../policy/classifier.ts'
import { retriesOfKind } from '../policy/giving-up.ts'
import type { Engine } from './engine.ts'

export interface ClassifiedFor extends Classified {
  /** The most retries for errors of this kind, whatever the function allows, or null. */
  readonly maxRetries: number | null
}

/** What the engine would do with an error of this function, or of one that says nothing else. */
export function classifyFor({ registry, clock }: Engine, thrown: unknown, functionName: string | undefined): ClassifiedFor {
  const { classifiers } = functionName === undefined ? registry.defaults : registry.get(functionName).policy
  const classified = classify(thrown, clock.now(), classifiers, { functionName: functionName ?? '', attempt: 1 })
  return { ...classified, maxRetries: classified.error.retryable ? retriesOfKind(classified.error) : 0 }
}
