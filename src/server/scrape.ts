import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Refusal, refuse } from './replies.ts'

export const METRICS_PATH = '/metrics'

/** Clients that are connected to receive events, by the way that they take. */
export type Subscribers = Readonly<Record<'websocket' | 'sse' | 'socketio', number>>

/** What `/metrics` answers. */
export interface Metrics {
  readonly contentType: string
  /** The figures as of now, in the text format of Prometheus. */
  text(subscribers: Subscribers): Promise<string>
}

const NO_STORE: Refusal = {
  status: 503,
  code: 'STORE_UNAVAILABLE',
  message: 'The figures cannot be read, because the store cannot; /readyz has the reason',
  headers: { 'retry-after': '5' },
}

/** Answers a scrape. */
export async function sendMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  metrics: Metrics,
  subscribers: Subscribers,
): Promise<void> {
  const body = await metrics.text(subscribers).catch(() => null)
  if (body === null) return refuse(request, response, NO_STORE)
  response
    .writeHead(200, {
      'content-type': metrics.contentType,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(request.method === 'HEAD' ? undefined : body)
}
