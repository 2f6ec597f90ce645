import type { Context } from '../../../src/engine/context.ts'
import type { Recovery } from '../../../src/engine/recovery.ts'
import { DATA, LONG, NAME } from './hostile.ts'

/** What an operation of the hostile function comes to. */
export type Fate = 'success' | 'failed' | 'exhausted' | 'waits' | 'runs'

/** One function with a hostile name, scope and description, and one whose attempts go on or wait for an hour. */
export function register(recovery: Recovery): void {
  recovery.define(NAME, play, {
    description: LONG.slice(0, 2000),
    maxRetries: 1,
    initialDelay: '1ms',
    jitter: 0,
    circuitBreaker: { scope: NAME, threshold: 2, timeout: '1h' },
  })
  recovery.define(`slow ${NAME}`.slice(0, 255), play, { initialDelay: '1h', maxDelay: '1h', jitter: 0, circuitBreaker: false })
}

async function play({ fate }: { readonly fate: Fate }, context: Context) {
  await context.step(NAME, () => DATA)
  context.progress({ current: 1, total: 3, unit: NAME, stage: NAME, message: LONG })
  if (fate === 'runs')
    await new Promise((_, reject) => context.signal.addEventListener('abort', () => reject(context.signal.reason)))
  if (fate === 'success') return DATA
  const status = fate === 'failed' ? { status: 400 } : { code: 'ECONNREFUSED' }
  throw Object.assign(new Error(LONG, { cause: new Error(NAME) }), { name: NAME, ...status })
}
