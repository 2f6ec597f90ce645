import type { ServerResponse } from 'node:http'
import type { Readiness } from './readiness.ts'
import { sendJson } from './replies.ts'

/** The process serves. */
export function sendHealth(response: ServerResponse): void {
  sendJson(response, 200, { status: 'ok' })
}

/** The process takes work. */
export function sendReadiness(response: ServerResponse, { state, reason }: Readiness): void {
  if (reason === null) sendJson(response, 200, { status: state })
  else sendJson(response, 503, { status: state, reason }, { 'retry-after': '1' })
}
