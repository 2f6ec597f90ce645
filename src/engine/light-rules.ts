import type { Json } from '../operation/json.ts'
import { askFallback, type Ended, isRefused } from './function-rules.ts'
import type { LightCall } from './light-call.ts'

/** Whether the function's own rule takes its answer for a failure. */
export function isRefusedInMemory(call: LightCall, value: unknown): boolean {
  const { rules, runtime } = call.wrapped
  return rules.retryOnResult !== null && isRefused(endedOf(call), () => value, runtime.log)
}

/** What the caller gets once the function has failed for the last time: what its fallback answers, or the error. */
export async function orFallbackInMemory(call: LightCall, thrown: unknown, error: Error): Promise<unknown> {
  const answered = await askFallback(endedOf(call), thrown, call.args as readonly Json[], call.wrapped.runtime)
  if (answered === null) throw error
  return answered.value
}

/** The attempt that has ended, for the function's own rules. */
export function endedOf({ wrapped, id, attempt }: LightCall): Ended {
  const { maxAttempts } = wrapped.policy
  return { definition: wrapped, operation: { id, functionName: wrapped.name, attempt, maxAttempts } }
}
