import { type Classified, classify } from '../policy/classifier.ts'
import { retriesOfKind } from '../policy/giving-up.ts'
import type { Engine } from './engine.ts'

/** What would be done with an error, and the most retries for errors of its kind, whatever the function allows, or null. */
export type Answered = Classified & { readonly maxRetries: number | null }

/**
 * Asks the classifiers of a function, or those of the engine's defaults.
 *
 * @throws UnknownFunctionError
 */
export function classifyFor({ registry, clock }: Engine, thrown: unknown, functionName?: string): Answered {
  const { classifiers } = functionName === undefined ? registry.defaults : registry.get(functionName).policy
  const classified = classify(thrown, clock.now(), classifiers, { functionName: functionName ?? '', attempt: 1 })
  return { ...classified, maxRetries: classified.error.retryable ? retriesOfKind(classified.error) : 0 }
}
