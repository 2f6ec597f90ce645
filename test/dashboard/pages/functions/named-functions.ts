import { z } from 'zod'
import type { Recovery } from '../../../../src/engine/recovery.ts'
import { register as registerScripted } from '../../../support/browser/scripted-functions.ts'

/** A name that leads elsewhere in an address, and one that wants to be more than text. */
export const FOLDER = '..'
export const HOSTILE = '<b>odd</b> /?#% \u202e\u05d0'

/** Beside the scripted ones: one whose input has a schema, and two with names that are hard to write. */
export function register(recovery: Recovery): void {
  registerScripted(recovery)
  const greeting = z.object({ name: z.string().min(1).max(20), times: z.int().min(1).max(9).optional() })
  recovery.define('greet', ({ name }: { name: string }) => `Hello ${name}`, {
    description: 'Greets somebody.',
    input: greeting,
    maxRetries: 4,
    timeout: '30s',
    deadline: '1h',
    concurrency: 2,
    circuitBreaker: { threshold: 3 },
    budget: { tokens: 20 },
  })
  for (const name of [FOLDER, HOSTILE]) recovery.define(name, () => null, { description: name })
}
