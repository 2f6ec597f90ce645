import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import {
  type Asked,
  isEncoded,
  judge,
  parseContentRange,
  rangeHeaders,
  strongValidator,
} from '../../src/functions/http-entity.ts'

const NOW = Date.UTC(2026, 0, 1, 12)
const ETAG = '"v1"'
const MODIFIED = 'Thu, 01 Jan 2026 11:00:00 GMT'
const WHOLE: Asked = { offset: 0, entity: { validator: null, total: null }, byLength: false }
const REST: Asked = { offset: 40, entity: { validator: ETAG, total: 100 }, byLength: false }
const REST_BY_DATE: Asked = { offset: 40, entity: { validator: MODIFIED, total: 100 }, byLength: false }

describe('the validator for If-Range', () => {
  test.each<[IncomingHttpHeaders, string | null, string]>([
    [{ etag: ETAG, 'last-modified': MODIFIED }, ETAG, 'a strong ETag is preferred'],
    [{ etag: 'W/"v1"' }, null, 'a weak ETag is none'],
    [{ etag: 'W/"v1"', 'last-modified': MODIFIED }, MODIFIED, 'beside a weak ETag the date is used'],
    [{ etag: 'v1' }, null, 'an ETag without quotes is none'],
    [{ 'last-modified': MODIFIED }, MODIFIED, 'an old date is as good as a validator'],
    [{ 'last-modified': MODIFIED, date: MODIFIED }, null, 'a file changed within this second may change again in it'],
    [{ 'last-modified': MODIFIED, date: 'Thu, 01 Jan 2026 11:00:01 GMT' }, MODIFIED, 'a second is enough'],
    [{ 'last-modified': 'yesterday' }, null, 'a date of no form is none'],
    [{}, null, 'without either there is none'],
  ])('%o gives %s: %s', (headers, validator) => {
    expect(strongValidator(headers, NOW)).toBe(validator)
  })
})

describe('the headers of a request for the rest', () => {
  test('name the first byte wanted and the file it belongs to', () => {
    expect(rangeHeaders(REST)).toEqual({ range: 'bytes=40-', 'if-range': ETAG })
  })

  test('are not sent when the whole file is wanted, or when there is no validator', () => {
    expect(rangeHeaders(WHOLE)).toEqual({})
    expect(rangeHeaders({ ...REST, entity: { validator: null, total: 100 } })).toEqual({})
  })
})

describe('an answer to a request for the rest', () => {
  const part = { 'content-range': 'bytes 40-99/100' }
  test.each([
    [206, { ...part, etag: ETAG }, 'rest'],
    [206, part, 'rest'],
    [206, { 'content-range': 'bytes 40-99/*' }, 'rest'],
    [206, { 'content-range': 'bytes 39-99/100' }, 'useless'],
    [206, { 'content-range': 'bytes 41-99/100' }, 'useless'],
    [206, { 'content-range': 'bytes 0-99/100' }, 'useless'],
    [206, { 'content-range': 'bytes 40-120/121' }, 'useless'],
    [206, { 'content-type': 'multipart/byteranges; boundary=x' }, 'useless'],
    [206, { ...part, etag: '"v2"' }, 'useless'],
    [206, { ...part, etag: 'W/"v1"' }, 'useless'],
    [200, { etag: ETAG }, 'whole'],
    [416, { 'content-range': 'bytes */100' }, 'useless'],
    [416, {}, 'useless'],
    [404, {}, 'refused'],
    [204, {}, 'refused'],
    [503, {}, 'refused'],
  ])('%i with %o is judged %s', (status, headers, kind) => {
    expect(judge({ status, headers }, REST, NOW).kind).toBe(kind)
  })

  test('is of another file when its Last-Modified is another', () => {
    const changed = { ...part, 'last-modified': 'Thu, 01 Jan 2026 11:30:00 GMT' }
    expect(judge({ status: 206, headers: changed }, REST_BY_DATE, NOW)).toMatchObject({
      kind: 'useless',
      reason: 'the file has changed',
    })
    expect(judge({ status: 206, headers: { ...part, 'last-modified': MODIFIED } }, REST_BY_DATE, NOW).kind).toBe('rest')
  })

  test('tells the total that was not known before', () => {
    const asked = { ...REST, entity: { validator: ETAG, total: null } }
    expect(judge({ status: 206, headers: part }, asked, NOW)).toEqual({
      kind: 'rest',
      entity: { validator: ETAG, total: 100 },
      end: 100,
    })
  })
})

describe('an answer to a request for the rest of a file that is known by its length alone', () => {
  const asked: Asked = { offset: 40, entity: { validator: null, total: 100 }, byLength: true }

  test('is asked for without If-Range', () => {
    expect(rangeHeaders(asked)).toEqual({ range: 'bytes=40-' })
    expect(rangeHeaders({ ...asked, entity: { validator: null, total: null } })).toEqual({})
  })

  test('is taken when the length agrees, with the validator it comes with', () => {
    const headers = { 'content-range': 'bytes 40-99/100', etag: '"other"', 'last-modified': MODIFIED }
    const entity = { validator: '"other"', total: 100 }
    expect(judge({ status: 206, headers }, asked, NOW)).toEqual({ kind: 'rest', entity, end: 100 })
  })

  test.each(['bytes 40-100/101', 'bytes 40-99/*', 'bytes 39-99/100'])('is not taken with the Content-Range %s', (range) => {
    expect(judge({ status: 206, headers: { 'content-range': range } }, asked, NOW).kind).toBe('useless')
  })
})

describe('a 416', () => {
  const unsatisfied = { 'content-range': 'bytes */40' }
  const unknownTotal: Asked = { ...REST, entity: { validator: ETAG, total: null } }

  test('to a request for what follows the last byte means that the file is complete', () => {
    expect(judge({ status: 416, headers: unsatisfied }, unknownTotal, NOW)).toEqual({ kind: 'complete' })
  })

  test('for a file of another size, or another file of this size, completes nothing', () => {
    expect(judge({ status: 416, headers: { 'content-range': 'bytes */41' } }, unknownTotal, NOW).kind).toBe('useless')
    expect(judge({ status: 416, headers: { ...unsatisfied, etag: '"v2"' } }, unknownTotal, NOW).kind).toBe('useless')
    expect(judge({ status: 416, headers: unsatisfied }, REST, NOW).kind).toBe('useless')
  })
})

test('an answer to a request for the whole is the whole or nothing', () => {
  const headers = { etag: ETAG, 'content-length': '100', 'content-range': 'bytes 0-99/100' }
  expect(judge({ status: 200, headers }, WHOLE, NOW)).toEqual({ kind: 'whole', entity: { validator: ETAG, total: 100 } })
  expect(judge({ status: 206, headers }, WHOLE, NOW).kind).toBe('refused')
  expect(judge({ status: 416, headers }, WHOLE, NOW).kind).toBe('refused')
})

test.each([
  ['bytes 0-0/1', { start: 0, end: 1, total: 1 }],
  ['Bytes 5-9/*', { start: 5, end: 10, total: null }],
  ['bytes */10', { start: null, end: 0, total: 10 }],
  ['bytes 9-5/10', null],
  ['bytes 5-10/10', null],
  ['bytes 5-/10', null],
  ['bytes=5-9/10', null],
  ['items 5-9/10', null],
  ['bytes 5-99999999999999999999/*', null],
  [undefined, null],
])('the Content-Range %s is read as %o', (value, range) => {
  expect(parseContentRange(value)).toEqual(range)
})

test('a body is encoded when its encoding is anything but identity', () => {
  expect([undefined, '', 'identity', 'Identity'].map((value) => isEncoded({ 'content-encoding': value }))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(['gzip', 'identity, br'].map((value) => isEncoded({ 'content-encoding': value }))).toEqual([true, true])
})
