import { ClientError } from './client-error.ts'

/** What is sent with each request and connection to show who asks; a function is asked anew each time. */
export type Token = string | (() => string | null | Promise<string | null>)

const GRAPHQL = '/graphql'

/**
 * Where GraphQL is on the server at this address, which may name it already.
 *
 * @throws ClientError INVALID_INPUT when it is no `http:` or `https:` address
 */
export function endpointOf(address: string): string {
  const url = URL.parse?.(address) ?? parsed(address)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const message = `${JSON.stringify(address)} is no address of a server; write one like http://127.0.0.1:4000`
    throw new ClientError(message, { code: 'INVALID_INPUT' })
  }
  const path = url.pathname.replace(/\/+$/, '')
  url.pathname = path.endsWith(GRAPHQL) ? path : `${path}${GRAPHQL}`
  url.hash = ''
  return url.href
}

/** Older browsers have no `URL.parse`. */
function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** The value of `Authorization`; null when there is no token. */
export async function authorizationOf(token: Token | null): Promise<string | null> {
  const value = await Promise.resolve(typeof token === 'function' ? token() : token)
  return value === null ? null : `Bearer ${value}`
}
