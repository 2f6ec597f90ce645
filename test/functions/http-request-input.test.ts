import { expect, onTestFinished, test } from 'vitest'
import { registerHttpRequest } from '../../src/functions/http-request.ts'
import { parseHttpRequestInput } from '../../src/functions/http-request-input.ts'
import { createRecovery } from '../../src/index.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { FakeClock } from '../support/fake-clock.ts'

const GOOD = { method: 'GET', url: 'https://example.com/a' }

function refusal(input: unknown): InvalidInputError {
  try {
    parseHttpRequestInput(input)
  } catch (error) {
    if (error instanceof InvalidInputError) return error
    throw error
  }
  throw new Error('it was accepted')
}

test.each([
  [null, 'input', /^input must be an object with method and url/],
  [5, 'input', /^input must be an object/],
  [{ url: GOOD.url }, 'method', /^input\.method must be text/],
  [{ ...GOOD, method: 'TRACE' }, 'method', /^input\.method must be one of GET, HEAD/],
  [{ ...GOOD, url: 'ftp://example.com' }, 'url', /^input\.url has the scheme "ftp:"/],
  [{ ...GOOD, url: 'https://me:hunter2@example.com' }, 'url', /^input\.url holds a user name or password/],
  [{ ...GOOD, headers: { host: 'x' } }, 'headers', /^input\.headers has an entry "host" that cannot be set/],
  [{ ...GOOD, headers: { 'x-a': 'a\nb' } }, 'headers', /a header cannot hold/],
  [{ ...GOOD, body: 'x' }, 'body', /^input\.body cannot be sent with GET/],
  [{ ...GOOD, expect: 200 }, 'expect', /^input\.expect must be an object with status or json/],
  [{ ...GOOD, expect: { status: 99 } }, 'expect', /^input\.expect\.status must be a status, a range such as "200-299"/],
  [{ ...GOOD, expect: { status: '299-200' } }, 'expect', /^input\.expect\.status must be a status/],
  [{ ...GOOD, expect: { status: [] } }, 'expect', /^input\.expect\.status must be a status/],
  [{ ...GOOD, expect: { body: 1 } }, 'expect', /^input\.expect has no field "body"; it takes status, json/],
  [{ ...GOOD, timeout: 'soon' }, 'timeout', /^input\.timeout must be milliseconds, or a text such as "30s"/],
  [{ ...GOOD, timeout: 0 }, 'timeout', /^input\.timeout must be at least 1 ms/],
  [{ ...GOOD, timeout: true }, 'timeout', /^input\.timeout must be milliseconds/],
  [{ ...GOOD, maxResponseBytes: -1 }, 'maxResponseBytes', /^input\.maxResponseBytes must be a number from 0 up/],
  [{ ...GOOD, maxResponseBytes: 1e9 }, 'maxResponseBytes', /^input\.maxResponseBytes must be at most 16777216/],
  [{ ...GOOD, idempotencyKey: '' }, 'idempotencyKey', /^input\.idempotencyKey must be a text of 1 to 255/],
  [{ ...GOOD, idempotencyKey: 'ä' }, 'idempotencyKey', /visible characters of ASCII/],
  [{ ...GOOD, retries: 5 }, 'input', /^input has no field "retries"; it takes method, url, headers, body/],
])('%o is refused, naming the field %s', (input, field, message) => {
  const error = refusal(input)
  expect(error.field).toBe(field)
  expect(error.message).toMatch(message)
  expect(error.message).not.toContain('hunter2')
})

test('what is left out has its default', () => {
  const { isExpected, ...parsed } = parseHttpRequestInput(GOOD)
  expect(parsed).toEqual({
    method: 'GET',
    url: new URL(GOOD.url),
    headers: {},
    body: null,
    json: undefined,
    idempotencyKey: null,
    timeoutMs: 60_000,
    maxResponseBytes: 1024 * 1024,
  })
  expect([199, 200, 299, 300].map(isExpected)).toEqual([false, true, true, false])
})

test('the input is shown as a JSON Schema', async () => {
  const recovery = await createRecovery({ store: 'memory:', open: false })
  onTestFinished(() => recovery.stop())
  registerHttpRequest(recovery, { allowPrivate: false, clock: new FakeClock() })
  const [request] = await recovery.functions()
  expect(request?.inputSchema).toMatchObject({ required: ['method', 'url'], properties: { method: { type: 'string' } } })
  await expect(recovery.start('http_request', { ...GOOD, body: 'x' })).rejects.toThrow(/^input\.body: cannot be sent with GET/)
})
