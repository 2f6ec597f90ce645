import type { IncomingMessage } from 'node:http'
import type { Refusal } from './replies.ts'

/** The names and ports by which this server may be addressed. */
export interface Addresses {
  readonly host: string
  readonly port: number
  /** Further ones, as a browser writes them: `recovery.example.com`, `localhost:8080`. */
  readonly allowedHosts: readonly string[]
}

/**
 * Protects a server that trusts whoever reaches it from web pages that reach it through a person's browser.
 *
 * - No `Host`, or several: nobody knows who was meant. Refused for all.
 * - A foreign `Host` means that a name of someone else's was pointed at this address (DNS rebinding): the browser
 *   would take the page of that name for the same origin. Refused for all.
 * - A foreign `Origin`, or `Sec-Fetch-Site` other than `same-origin` and `none`, means that another page sent the
 *   request. Refused, but for following a link to the page. No CORS header is ever sent.
 *
 * Programs that are not browsers send neither `Origin` nor `Sec-Fetch-Site`.
 */
export function guardAgainstPages(request: IncomingMessage, addresses: Addresses): Refusal | null {
  const known = authorities(addresses)
  const { host } = request.headersDistinct
  const [name] = host ?? []
  if (name === undefined || host?.length !== 1) return faultyHost(name)
  if (!known.has(name.toLowerCase())) return foreignHost(name)
  if (isNavigation(request)) return null
  const { origin } = request.headers
  if (origin !== undefined && !known.has(authorityOf(origin))) return foreignPage(`the origin ${quote(origin)}`)
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return foreignPage(`a page of another origin (Sec-Fetch-Site: ${site})`)
  return null
}

function authorities({ host, port, allowedHosts }: Addresses): ReadonlySet<string> {
  const bare = host.toLowerCase()
  const names = ['localhost', '127.0.0.1', '[::1]', bare.includes(':') && !bare.startsWith('[') ? `[${bare}]` : bare]
  const own = names.map((name) => `${name}:${port}`)
  return new Set([...own, ...(port === 80 ? names : []), ...allowedHosts.map((allowed) => allowed.toLowerCase())])
}

/** `https://Example.com:8443` → `example.com:8443`; empty for what is no web origin, such as `null`. */
function authorityOf(origin: string): string {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? ''
}

/** A person follows a link or types the address: the answer is shown to the person, no script of another page sees it. */
function isNavigation({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** Of two names a proxy before this server might go by the other one. */
function faultyHost(host: string | undefined): Refusal {
  const fault = host === undefined ? 'is missing' : 'is given more than once'
  return {
    status: 400,
    code: 'INVALID_INPUT',
    message: `The Host header ${fault}; send it once, with the address of this server`,
  }
}

function foreignHost(host: string): Refusal {
  return {
    status: 421,
    code: 'FORBIDDEN',
    message: `The Host header ${quote(host)} is not a name of this server; use the address that the server printed at its start, or list the name in RECOVERY_ALLOWED_HOSTS`,
  }
}

function foreignPage(sender: string): Refusal {
  return {
    status: 403,
    code: 'FORBIDDEN',
    message: `Requests from ${sender} are refused: only pages of this server may call it from a browser; list the origin's host in RECOVERY_ALLOWED_HOSTS if it is this server's own`,
  }
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100))
}
