import { expect } from 'vitest'
import { WAIT_MS } from './open-page.ts'

/** Expects of what is read what it may become while a page shows it: read again until then, as long as pages are waited for. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: WAIT_MS })
}
