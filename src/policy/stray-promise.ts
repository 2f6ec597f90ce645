import { property } from './thrown.ts'

/**
 * Whether foreign code that is to answer at once answered a promise. What that comes to is nobody's: a rejection that is
 * not handled would end the process, so it is handled here.
 */
export function isStrayPromise(answer: unknown): boolean {
  if (typeof property(answer, 'then') !== 'function') return false
  new Promise((resolve) => resolve(answer)).catch(() => undefined)
  return true
}
