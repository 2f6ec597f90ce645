import type { ServerResponse } from 'node:http'
import { stopwatch } from '../engine/system.ts'
import type { Readiness } from './readiness.ts'
import { sendJson } from './replies.ts'

export interface ProcessFacts {
  readonly version: string
  readonly uptimeMs: number
}

// A turn of the event loop that takes this long is felt by everybody who waits.
const SLOW_MS = 1000

/** The process serves. It is alive as long as it answers: whether it can work is told by readiness. */
export async function sendHealth(
  response: ServerResponse,
  { version, uptimeMs }: ProcessFacts,
  readiness: Readiness,
): Promise<void> {
  const began = stopwatch()
  await new Promise((resolve) => setImmediate(resolve))
  const delayMs = stopwatch() - began
  sendJson(response, 200, {
    status: 'ok',
    version,
    uptime: uptimeMs / 1000,
    checks: {
      event_loop: { status: delayMs < SLOW_MS ? 'ok' : 'slow', delay: Math.round(delayMs) / 1000 },
      server: { status: readiness.state },
    },
  })
}

/** The process takes work, or why it does not. Answers within a second. */
export async function sendReadiness(response: ServerResponse, readiness: Readiness): Promise<void> {
  const reasons = await readiness.reasons()
  const [first] = reasons
  if (first === undefined) return sendJson(response, 200, { status: 'ready', reasons })
  const { state } = readiness
  const status = state === 'ready' ? 'unavailable' : state
  sendJson(response, 503, { status, reason: first.message, reasons }, { 'retry-after': state === 'ready' ? '5' : '1' })
}
