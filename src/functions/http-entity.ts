import type { IncomingHttpHeaders } from 'node:http'

// The pure part of resuming by HTTP: what a response says about the entity, and what that means for the bytes we hold.

/** What is known of the file on the server. */
export interface Entity {
  /** A strong ETag, or a Last-Modified date that is as good as one: what If-Range is sent with. Null: no safe resume. */
  readonly validator: string | null
  readonly total: number | null
}

/** What was asked for. */
export interface Asked {
  /** The first byte wanted; 0 when the whole was asked for. */
  readonly offset: number
  readonly entity: Entity
  /** Whether a part of a file as long as the entity is taken for one of it: its hash is checked in the end. */
  readonly byLength: boolean
}

/** What an answer means. */
export type Answer =
  /** The body is the file from its first byte. */
  | { readonly kind: 'whole'; readonly entity: Entity }
  /** The body goes on at the offset asked for. */
  | { readonly kind: 'rest'; readonly entity: Entity; readonly end: number }
  /** There is nothing after the offset: the file is complete. */
  | { readonly kind: 'complete' }
  /** Nothing can be appended: the whole must be asked for. */
  | { readonly kind: 'useless'; readonly reason: string }
  /** Neither a file nor a part of it. */
  | { readonly kind: 'refused' }

interface Head {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

/** Decides what a response is good for. Only what is certain to be the next bytes of the same file is appended. */
export function judge(response: Head, asked: Asked, receivedAt: number): Answer {
  const { status, headers } = response
  if (status === 200)
    return { kind: 'whole', entity: { validator: strongValidator(headers, receivedAt), total: contentLength(headers) } }
  if (asked.offset === 0) return { kind: 'refused' }
  if (status === 206) return judgePart(headers, asked, receivedAt)
  if (status === 416) return judgeUnsatisfied(headers, asked)
  return { kind: 'refused' }
}

function judgePart(headers: IncomingHttpHeaders, { offset, entity }: Asked, receivedAt: number): Answer {
  const range = parseContentRange(headers['content-range'])
  if (range === null || range.start === null) return useless('the part it sent is not marked with where it belongs')
  if (range.start !== offset) return useless(`it sent the bytes from ${range.start} instead of those from ${offset}`)
  // A server may honour Range and not know If-Range: then only the validators in its answer tell that the file is another.
  if (namesAnother(headers, entity.validator)) return useless('the file has changed')
  if (range.total !== null && entity.total !== null && range.total !== entity.total)
    return useless('the size of the file has changed')
  if (entity.validator === null && (range.total === null || entity.total === null))
    return useless('nothing tells whether the file is the same')
  const total = range.total ?? entity.total
  return { kind: 'rest', entity: { validator: entity.validator ?? strongValidator(headers, receivedAt), total }, end: range.end }
}

function judgeUnsatisfied(headers: IncomingHttpHeaders, { offset, entity }: Asked): Answer {
  const range = parseContentRange(headers['content-range'])
  const same = !namesAnother(headers, entity.validator) && (entity.total ?? offset) === offset
  if (same && range !== null && range.start === null && range.total === offset) return { kind: 'complete' }
  return useless('it has no bytes where we wanted to go on')
}

function useless(reason: string): Answer {
  return { kind: 'useless', reason }
}

function namesAnother(headers: IncomingHttpHeaders, validator: string | null): boolean {
  if (validator === null) return false
  const theirs = isEtag(validator) ? headers.etag : headers['last-modified']
  return theirs !== undefined && theirs !== validator
}

function isEtag(validator: string | null): boolean {
  return validator?.startsWith('"') ?? false
}

/**
 * The validator that If-Range may be sent with (RFC 9110 §13.1.5): a strong ETag; else Last-Modified when the response
 * is at least a second younger, because a file may change twice within the second that such a date names.
 */
export function strongValidator(headers: IncomingHttpHeaders, receivedAt: number): string | null {
  if (headers.etag !== undefined && /^"[^"]*"$/.test(headers.etag)) return headers.etag
  const modified = headers['last-modified']
  if (modified === undefined) return null
  const sentAt = headers.date === undefined ? receivedAt : Date.parse(headers.date)
  return sentAt - Date.parse(modified) >= 1000 ? modified : null
}

/** The headers that ask for the rest of an entity, if it is still the same one. */
export function rangeHeaders({ offset, entity, byLength }: Asked): Record<string, string> {
  if (offset === 0) return {}
  const range = `bytes=${offset}-`
  if (entity.validator !== null) return { range, 'if-range': entity.validator }
  return byLength && entity.total !== null ? { range } : {}
}

interface ContentRange {
  /** Null in the form that a 416 has. */
  readonly start: number | null
  /** The position after the last byte. */
  readonly end: number
  readonly total: number | null
}

/** Reads a Content-Range, known or not in its total; null when it has no such form or contradicts itself. */
export function parseContentRange(value: string | undefined): ContentRange | null {
  const match = /^bytes (?:(\d{1,15})-(\d{1,15})|\*)\/(?:(\d{1,15})|\*)$/i.exec(value?.trim() ?? '')
  if (match === null) return null
  const total = match[3] === undefined ? null : Number(match[3])
  if (match[1] === undefined) return { start: null, end: 0, total }
  const start = Number(match[1])
  const end = Number(match[2]) + 1
  return start < end && end <= (total ?? end) ? { start, end, total } : null
}

function contentLength(headers: IncomingHttpHeaders): number | null {
  const value = headers['content-length']
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** Whether the body is something else than the file's own bytes, such as gzip. */
export function isEncoded(headers: IncomingHttpHeaders): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase()
  return encoding !== undefined && encoding !== '' && encoding !== 'identity'
}
