import type { IncomingMessage } from 'node:http'

/** Whether the sender of a request takes an answer that is encoded so. */
export function acceptsCoding(request: IncomingMessage, coding: 'br' | 'gzip'): boolean {
  const codings = (request.headers['accept-encoding'] ?? '').toString().toLowerCase().split(',')
  return codings.some((item) => {
    const [name, ...parameters] = item.split(';').map((part) => part.trim())
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

/** Whether the sender of a request has this version already. */
export function hasVersion(request: IncomingMessage, etag: string): boolean {
  const known = (request.headers['if-none-match'] ?? '').split(',').map((item) => item.trim().replace(/^W\//, ''))
  return known.includes(etag.replace(/^W\//, ''))
}
