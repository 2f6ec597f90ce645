import { describe, expect, test } from 'vitest'
import { testApi } from './harness.ts'

const EVERYTHING = `query ($id: ID!) { operation(id: $id) {
  input result metadata progress { stage message }
  error { message stack cause }
  steps { output }
  attempts { edges { node { error { message } } } }
  events { edges { node { type error data } } }
  circuitBreaker { lastError }
} }`
const START = `mutation ($input: StartOperationInput!) { startOperation(input: $input) {
  __typename ... on InvalidInputError { code field message }
} }`

const INPUT = {
  url: 'https://ada:hunter2@x.test/a?token=hunter2&page=2',
  headers: { Authorization: 'Bearer hunter2', accept: 'text/plain' },
  iban: 'hunter2',
}
const SHOWN = {
  url: 'https://[redacted]@x.test/a?token=[redacted]&page=2',
  headers: { Authorization: '[redacted]', accept: 'text/plain' },
  iban: '[redacted]',
}

/** An operation whose function puts the secrets into everything it can; it ends well with its second attempt. */
async function withSecrets(redact: object = { names: ['iban'] }) {
  const api = await testApi({ redact })
  const seen: unknown[] = []
  const leaky = api.recovery.define<typeof INPUT, unknown>(
    'leaky',
    async (input, ctx) => {
      seen.push(input)
      await ctx.step('one', () => ({ password: 'hunter2', count: 1 }))
      ctx.progress({ stage: 'iban=hunter2', message: 'password=hunter2' })
      if (ctx.attempt === 1) throw new Error('refused iban=hunter2', { cause: new Error('iban=hunter2') })
      return { token: 'hunter2', rows: 3 }
    },
    { initialDelay: 0, jitter: 0, strategy: 'fixed', circuitBreaker: { threshold: 1, timeout: 1 } },
  )
  const metadata = { user: 'ada', apiKey: 'hunter2', iban: 'hunter2', note: 'Bearer hunter2' }
  const handle = await leaky.start(INPUT, { id: 'op', metadata })
  return { ...api, handle, seen }
}

describe('secrets of an operation', () => {
  test('are shown nowhere, while the function and the caller of the library are given them', async () => {
    const { data, clock, handle, seen } = await withSecrets()
    await clock.advance(0)
    const failed = JSON.stringify(await data(EVERYTHING, { id: 'op' }))
    await clock.advance(1000)
    const { operation } = (await data(EVERYTHING, { id: 'op' })) as { operation: object }

    expect(operation).toMatchObject({
      input: SHOWN,
      result: { token: '[redacted]', rows: 3 },
      metadata: { user: 'ada', apiKey: '[redacted]', iban: '[redacted]', note: 'Bearer [redacted]' },
      steps: [{ output: { password: '[redacted]', count: 1 } }],
      attempts: { edges: [{ node: { error: { message: 'refused iban=[redacted]' } } }, {}] },
    })
    expect(failed).toContain('refused iban=[redacted]')
    expect(failed + JSON.stringify(operation)).not.toContain('hunter2')
    expect(seen).toEqual([INPUT, INPUT])
    expect(await handle.result()).toEqual({ token: 'hunter2', rows: 3 })
  })

  test('are redacted in metadata before it is stored, and not in the input', async () => {
    const { recovery } = await withSecrets()

    expect(await recovery.operation('op')).toMatchObject({
      input: INPUT,
      metadata: { user: 'ada', apiKey: '[redacted]', iban: '[redacted]', note: 'Bearer [redacted]' },
    })
  })

  test('are not in live updates either', async () => {
    const { recovery, follow, clock } = await testApi({ redact: { names: ['iban'] } })
    recovery.define('leaky', () => Promise.reject(new Error('refused iban=hunter2')), { maxRetries: 0 })
    const updates = await follow('subscription { recoveryUpdate { state error operation { error { message } } } }')
    const breakers = await follow('subscription { circuitBreakerUpdate { reason } }')
    await recovery.start('leaky', null)
    await clock.advance(1000)
    await recovery.breakers.trip('leaky', { reason: 'iban=hunter2' })

    expect((await breakers.next()).value).toMatchObject({ data: { circuitBreakerUpdate: { reason: 'iban=[redacted]' } } })
    const told = [await updates.next(), await updates.next(), await updates.next()].map(
      ({ value }) => value?.data?.recoveryUpdate,
    )
    const message = 'refused iban=[redacted]'
    expect(told.at(-1)).toEqual({ state: 'EXHAUSTED', error: message, operation: { error: { message } } })
    expect(JSON.stringify(told)).not.toContain('hunter2')
  })

  test('are shown where their names are excepted', async () => {
    const { data, clock } = await withSecrets({ except: ['token', 'password'] })
    await clock.advance(1000)

    expect(await data('{ operation(id: "op") { result steps { output } } }')).toEqual({
      operation: { result: { token: 'hunter2', rows: 3 }, steps: [{ output: { password: 'hunter2', count: 1 } }] },
    })
  })
})

describe('a start over the API', () => {
  test('is refused when its input holds what stands for a secret: it was copied from what is shown', async () => {
    const { data, recovery } = await testApi()
    recovery.define('echo', (input) => input)

    expect(await data(START, { input: { functionName: 'echo', input: SHOWN, id: 'copied' } })).toEqual({
      startOperation: {
        __typename: 'InvalidInputError',
        code: 'INVALID_INPUT',
        field: 'input',
        message: 'input holds "[redacted]", which stands for a secret that is not shown; send the secret itself in its place',
      },
    })
    expect(await recovery.operation('copied')).toBe(null)
  })

  test('and a retry with another input are alike: what was shown is never stored in the place of a secret', async () => {
    const { data, recovery, clock } = await testApi()
    recovery.define('echo', (input) => input)
    await recovery.start('echo', INPUT, { id: 'op' })
    await recovery.cancel('op')
    await clock.advance(0)
    const retry = 'mutation ($input: JSON) { retryOperation(input: { id: "op", force: true, input: $input }) { __typename } }'

    expect(await data(retry, { input: SHOWN })).toEqual({ retryOperation: { __typename: 'InvalidInputError' } })
    expect(await recovery.operation('op')).toMatchObject({ state: 'cancelled', input: INPUT })
    expect(await data(retry, { input: { changed: true } })).toEqual({ retryOperation: { __typename: 'RetryOperationPayload' } })
    expect(await recovery.operation('op')).toMatchObject({ input: { changed: true } })
  })

  test('may repeat metadata that was redacted, and the library may pass any text', async () => {
    const { data, recovery } = await testApi()
    recovery.define('echo', (given) => given)
    const input = { functionName: 'echo', input: 1, metadata: { token: '[redacted]' } }

    expect(await data(START, { input })).toMatchObject({ startOperation: { __typename: 'StartOperationPayload' } })
    await recovery.start('echo', 'it said: password=[redacted]', { id: 'told' })
    expect(await recovery.operation('told')).toMatchObject({ input: 'it said: password=[redacted]' })
  })
})
