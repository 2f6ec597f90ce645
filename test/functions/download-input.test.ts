import { expect, test } from 'vitest'
import { parseDownloadInput } from '../../src/functions/download-input.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'

const GOOD = { url: 'https://example.com/a.bin', destination: 'a.bin' }

function refusal(input: unknown): InvalidInputError {
  try {
    parseDownloadInput(input)
  } catch (error) {
    if (error instanceof InvalidInputError) return error
    throw error
  }
  throw new Error('it was accepted')
}

test.each([
  [null, 'input', /^input must be an object/],
  ['text', 'input', /^input must be an object/],
  [{}, 'url', /^input\.url must be text/],
  [{ url: GOOD.url }, 'destination', /^input\.destination must be text/],
  [{ ...GOOD, url: 5 }, 'url', /^input\.url must be text/],
  [{ ...GOOD, url: '/a.bin' }, 'url', /^input\.url must be a complete URL/],
  [{ ...GOOD, url: `https://example.com/${'a'.repeat(9000)}` }, 'url', /^input\.url is longer than 8192/],
  [{ ...GOOD, url: 'ftp://example.com/a' }, 'url', /^input\.url has the scheme "ftp:"; only http: and https:/],
  [{ ...GOOD, url: 'file:///etc/passwd' }, 'url', /scheme "file:"/],
  [
    { ...GOOD, url: 'https://me:secret@example.com/' },
    'url',
    /^input\.url holds a user name or password; send them in the header/,
  ],
  [{ ...GOOD, sha256: 'abc' }, 'sha256', /^input\.sha256 must be the 64 hexadecimal digits/],
  [{ ...GOOD, sha256: 'g'.repeat(64) }, 'sha256', /^input\.sha256 must be the 64 hexadecimal digits/],
  [{ ...GOOD, sha256: null }, 'sha256', /^input\.sha256 must be text/],
  [{ ...GOOD, mirrors: GOOD.url }, 'mirrors', /^input\.mirrors must be a list of URLs/],
  [{ ...GOOD, mirrors: [GOOD.url, 'ftp://a/b'] }, 'mirrors', /^input\.mirrors\.1 has the scheme "ftp:"/],
  [{ ...GOOD, mirrors: Array(17).fill(GOOD.url) }, 'mirrors', /^input\.mirrors has more than 16 entries/],
  [{ ...GOOD, headers: [] }, 'headers', /^input\.headers must be an object/],
  [{ ...GOOD, headers: { a: 1 } }, 'headers', /^input\.headers\.a must be text/],
  [{ ...GOOD, mirror: 'x' }, 'input', /^input has no field "mirror"; it takes url, mirrors, destination, sha256, headers/],
])('%o is refused, naming the field %s', (input, field, message) => {
  const error = refusal(input)
  expect(error.field).toBe(field)
  expect(error.message).toMatch(message)
})

test.each([
  'Range',
  'if-range',
  'HOST',
  'Content-Length',
  'Transfer-Encoding',
  'Connection',
  'Accept-Encoding',
  'Proxy-Authorization',
])('the header %s cannot be set', (name) => {
  expect(refusal({ ...GOOD, headers: { [name]: 'x' } }).message).toMatch(/^input\.headers has an entry ".+" that cannot be set/)
})

test.each([
  [{ 'X-A': 'a\r\nHost: evil' }, 'holds a character that a header cannot hold'],
  [{ 'X-A': 'a\nb' }, 'holds a character that a header cannot hold'],
  [{ 'X-A': 'a\u0000b' }, 'holds a character that a header cannot hold'],
  [{ 'X-A': '模' }, 'holds a character that a header cannot hold'],
  [{ 'X A': 'a' }, 'is no name of a header'],
  [{ 'X-A\r\n': 'a' }, 'is no name of a header'],
  [{ '': 'a' }, 'is no name of a header'],
  [{ 'X-A': 'a', 'x-a': 'b' }, 'is given twice'],
  [{ 'X-A': 'a'.repeat(9000) }, 'is longer than 8192'],
])('the headers %o are refused', (headers, fault) => {
  const error = refusal({ ...GOOD, headers })
  expect(error.field).toBe('headers')
  expect(error.message).toContain(fault)
})

test('too many headers are refused', () => {
  const headers = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`x-${index}`, 'a']))
  expect(refusal({ ...GOOD, headers }).message).toMatch(/^input\.headers has 65 entries; at most 64/)
})

test('a refusal does not repeat what may be secret', () => {
  const error = refusal({ ...GOOD, headers: { authorization: 'Bearer hunter2\n' }, url: 'https://me:hunter2@example.com/' })
  expect(JSON.stringify([error.message, error.field])).not.toContain('hunter2')
})

test('what is accepted is brought into one form', () => {
  const mirrors = ['https://Mirror.example.com/a', GOOD.url, 'https://mirror.example.com/a']
  const parsed = parseDownloadInput({ ...GOOD, mirrors, sha256: 'AB'.repeat(32), headers: { 'X-Token': 'Ab' } })
  expect(parsed).toEqual({
    url: new URL(GOOD.url),
    mirrors: [new URL('https://mirror.example.com/a')],
    destination: 'a.bin',
    sha256: 'ab'.repeat(32),
    headers: { 'x-token': 'Ab' },
  })
})
