import type { ServerOptions } from 'node:http'
import type { Limits } from './limits.ts'

const HEADERS_MS = 10_000
const CHECK_MS = 2000

/** The settings of Node by which a client that sends its request too slowly is cut off. */
export function requestTimeouts({ requestTimeout }: Pick<Limits, 'requestTimeout'>): ServerOptions {
  return {
    requestTimeout,
    headersTimeout: Math.min(HEADERS_MS, requestTimeout),
    connectionsCheckingInterval: Math.min(CHECK_MS, requestTimeout / 2),
  }
}
