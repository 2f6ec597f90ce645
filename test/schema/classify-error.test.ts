import { expect, test } from 'vitest'
import { patterns } from '../../src/index.ts'
import { testApi } from './harness.ts'

const CLASSIFY = `query ($error: ErrorSample!) { classifyError(error: $error) {
  category subcategory severity recoverability confidence retryable maxRetries retryAfter remedy breakerOutcome signal
} }`

test('an error is explained: what it is, what would be done, and why', async () => {
  const { data } = await testApi()
  const error = { message: 'fetch failed', name: 'TypeError', cause: { code: 'ECONNREFUSED' } }

  expect(await data(CLASSIFY, { error })).toEqual({
    classifyError: {
      category: 'NETWORK',
      subcategory: 'network_connection',
      severity: 'MEDIUM',
      recoverability: 0.8,
      confidence: 1,
      retryable: true,
      maxRetries: 4,
      retryAfter: null,
      remedy: expect.stringContaining('check that the other side runs'),
      breakerOutcome: 'FAILURE',
      signal: 'code ECONNREFUSED of the cause',
    },
  })
})

test.each([
  [
    { status: 429, headers: { 'Retry-After': '7' } },
    { subcategory: 'service_rate_limit', retryAfter: 7000 },
  ],
  [
    { status: 503, retryAfter: '2s' },
    { category: 'SERVICE', retryAfter: 2000 },
  ],
  [
    { code: '14', details: 'unavailable' },
    { signal: 'gRPC status 14', category: 'SERVICE' },
  ],
  [{ code: '40001' }, { signal: 'code 40001', breakerOutcome: 'IGNORED' }],
  [
    { code: 'ERR_SQLITE_ERROR', errcode: 261 },
    { signal: 'errcode 261', subcategory: 'resource_contention' },
  ],
  [{ errno: 28 }, { signal: 'errno 28', subcategory: 'resource_disk', retryable: false, maxRetries: 0, severity: 'CRITICAL' }],
  [{ name: 'AbortError', cause: { name: 'TimeoutError' } }, { category: 'TIMEOUT' }],
  [{ message: 'disk full' }, { signal: 'the words "disk full"', confidence: 0.6 }],
  [{}, { signal: 'nothing', maxRetries: null, category: 'UNKNOWN', confidence: 0 }],
])('the sample %o is understood', async (error, expected) => {
  const { data } = await testApi()

  expect(await data(CLASSIFY, { error })).toMatchObject({ classifyError: expected })
})

test("with a function's name its own classifiers are asked", async () => {
  const { recovery, data, ask } = await testApi()
  const classifier = patterns([{ match: 'E_DECLINED', category: 'validation' }])
  recovery.define('charge', () => 1, { classifier })

  const error = { code: 'E_DECLINED', functionName: 'charge' }
  expect(await data(CLASSIFY, { error })).toMatchObject({ classifyError: { category: 'VALIDATION', signal: 'classifier 1' } })
  const { errors } = await ask(CLASSIFY, { error: { ...error, functionName: 'nobody' } })
  expect(errors[0]?.message).toContain('no function named "nobody"')
})

test('causes are followed ten deep, and refused beyond', async () => {
  const { data, ask } = await testApi()
  const nested = (depth: number): object => (depth === 0 ? { code: 'EPIPE' } : { cause: nested(depth - 1) })

  expect(await data(CLASSIFY, { error: nested(10) })).toMatchObject({ classifyError: { signal: 'code EPIPE of cause 10' } })
  const { errors } = await ask(CLASSIFY, { error: nested(11) })
  expect(errors[0]?.message).toContain('causes are nested deeper than 10')
})

test('headers that are no object are refused', async () => {
  const { rawErrors } = await testApi()
  const [error] = await rawErrors(CLASSIFY, { error: { headers: ['a'] } })

  expect(error?.originalError).toMatchObject({ code: 'INVALID_INPUT', field: 'headers' })
})
