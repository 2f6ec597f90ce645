import { InvalidInputError } from '../operation/errors.ts'
import { copyJson, toJson } from '../operation/json.ts'
import type { FunctionRules } from './function-rules.ts'
import type { FunctionOptions } from './options.ts'

/** @throws InvalidInputError naming the rule that is none */
export function rulesOf({ shouldRetry, retryOnResult, fallback }: FunctionOptions): FunctionRules {
  return {
    shouldRetry: functionOrNull(shouldRetry, 'shouldRetry'),
    retryOnResult: functionOrNull(retryOnResult, 'retryOnResult'),
    fallback: fallbackOf(fallback),
  }
}

function functionOrNull<T>(value: T | undefined, name: string): T | null {
  if (value === undefined) return null
  if (typeof value !== 'function') throw new InvalidInputError(`${name} must be a function`, { field: name })
  return value
}

function fallbackOf(fallback: FunctionOptions['fallback']): FunctionRules['fallback'] {
  if (fallback === undefined) return null
  if (typeof fallback === 'function') return fallback
  const value = copyJson(toJson(fallback, 'fallback'))
  return () => copyJson(value)
}
