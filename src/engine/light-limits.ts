import type { LightCall } from './light-call.ts'

/** How long the next attempt may take, in milliseconds; null: as long as it likes. */
export function limitOf({ wrapped, deadlineAt }: LightCall): number | null {
  const { timeoutMs } = wrapped.policy
  if (deadlineAt === null) return timeoutMs
  const left = Math.max(0, deadlineAt - wrapped.runtime.clock.now())
  return timeoutMs === null ? left : Math.min(left, timeoutMs)
}

/** Whether the call's deadline lies no later than `ms` from now. */
export function isPastDeadline({ wrapped, deadlineAt }: LightCall, ms: number): boolean {
  return deadlineAt !== null && wrapped.runtime.clock.now() + ms >= deadlineAt
}
