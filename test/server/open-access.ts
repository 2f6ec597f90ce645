import { Access } from '../../src/server/auth/access.ts'
import { FakeClock } from '../support/fake-clock.ts'

/** The door of a server that wants no tokens. */
export function openAccess(): Access {
  return new Access({ authenticate: null, requestRate: 0, clock: new FakeClock() })
}
