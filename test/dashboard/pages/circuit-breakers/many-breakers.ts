import type { Recovery } from '../../../../src/engine/recovery.ts'

/** So many functions that a page shows only a part of their breakers, and one with a name that wants to be more than text. */
export const MANY = 130
export const HOSTILE = '<img src=x onerror=alert(1)> \u202e "&amp;" \u05d0\u05d1 /../?#%'

export function register(recovery: Recovery): void {
  const work = () => null
  for (let n = 0; n < MANY; n++) recovery.define(`many_${String(n).padStart(3, '0')}`, work, { circuitBreaker: { threshold: 3 } })
  recovery.define(HOSTILE, work, { description: HOSTILE, circuitBreaker: { threshold: 3 } })
  for (const name of ['sends', 'receives']) {
    recovery.define(name, work, { circuitBreaker: { scope: 'mail', threshold: 4, timeout: '1m' } })
  }
}
