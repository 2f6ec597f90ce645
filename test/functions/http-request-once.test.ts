import { expect, test } from 'vitest'
import { classify } from '../../src/policy/classifier.ts'
import { failureOf, hangUp, json, serve, setUp } from './http-request-bench.ts'

const UNREPEATABLE = { method: 'POST', idempotencyKey: false }

test('without a key, a POST that may have arrived is not sent again until a person says so', async () => {
  const { url, seen } = await serve(hangUp, json(null))
  const { attempt } = setUp()
  const failure = await failureOf(attempt({ ...UNREPEATABLE, url }))
  expect(failure).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: false })
  expect(seen[0]?.headers['idempotency-key']).toBeUndefined()
  expect(await attempt({ ...UNREPEATABLE, url })).toMatchObject({ status: 200 })
})

test('without a key, a POST whose attempt was cut off is not sent again either', async () => {
  const { url, seen, asked } = await serve(() => undefined, json(null))
  const { attempt, operation } = setUp()
  const failure = failureOf(attempt({ ...UNREPEATABLE, url }))
  await asked
  operation.stop('handed over')
  expect(await failure).toMatchObject({ stopCause: 'handed over' })
  expect(await failureOf(attempt({ ...UNREPEATABLE, url }))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
  expect(seen).toHaveLength(1)
  expect(await attempt({ ...UNREPEATABLE, url })).toMatchObject({ status: 200 })
})

test.each([
  [503, undefined],
  [429, undefined],
  [500, false],
  [502, false],
])('without a key, a %i to a POST is asked again only when the service did nothing', async (status, retryable) => {
  const { url } = await serve(json(null, status))
  const { attempt, operation } = setUp()
  expect((await failureOf(attempt({ ...UNREPEATABLE, url }))).retryable).toBe(retryable)
  expect(operation.state).toBeNull()
})

test('without a key, a POST that did not arrive is sent again', async () => {
  const { attempt } = setUp()
  const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }))
  const failure = await failureOf(attempt({ ...UNREPEATABLE, url: 'http://nowhere.test/' }, { resolve }))
  expect(failure).toMatchObject({ code: 'EAI_AGAIN' })
  expect(classify(failure, 0).error.retryable).toBe(true)
})
