import type { LightCall } from './light-call.ts'

/** What the function throws at once is as if it had been rejected: an attempt ends in a turn of its own. */
export function callOriginal({ wrapped, self, args }: LightCall): unknown {
  try {
    return wrapped.original.apply(self, args)
  } catch (error) {
    return Promise.reject(error)
  }
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** A rejection that does not end the process when nobody looks at it. */
export function handledRejection(error: unknown): Promise<never> {
  const rejected = Promise.reject(error)
  rejected.catch(() => undefined)
  return rejected
}
