import type { Context } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

export const HOUR = 3_600_000

/** An engine with one operation, `op`, that has come as far as it can without time passing. */
export async function sleeper(work: (ctx: Context) => Promise<unknown>, options = {}) {
  const { recovery, clock } = await testEngine()
  const fn = recovery.define('work', (_input: null, ctx) => work(ctx), { initialDelay: 0, jitter: 0, ...options })
  const handle = await fn.start(null, { id: 'op' })
  await clock.advance(0)
  return { recovery, clock, handle }
}
