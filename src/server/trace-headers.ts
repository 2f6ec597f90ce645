import type { IncomingMessage } from 'node:http'

/** The headers of W3C Trace Context, as they came: whoever uses them must read them strictly. */
export interface TraceHeaders {
  readonly traceparent?: string | undefined
  readonly tracestate?: string | undefined
}

/** What of a request may be at hand: nothing over WebSocket, the request of the server itself where it asks on its behalf. */
interface Asked {
  readonly request?: Request
  readonly req?: IncomingMessage
}

export function traceHeaders({ request, req }: Asked): TraceHeaders {
  const read = (name: string): string | undefined => {
    const value = request === undefined ? req?.headers[name] : (request.headers.get(name) ?? undefined)
    return Array.isArray(value) ? value.join(',') : value
  }
  return { traceparent: read('traceparent'), tracestate: read('tracestate') }
}
