import { expect, test, vi } from 'vitest'
import { StartOperation } from '../../src/client/documents/controls.ts'
import { OverloadedError, StoreUnavailableError } from '../../src/index.ts'
import { testApi } from './harness.ts'

const START = `mutation ($input: StartOperationInput!) { startOperation(input: $input) {
  __typename
  ... on StartOperationPayload { deduplicated operation { id } }
  ... on Error { code message }
  ... on UnknownFunctionError { functionName }
  ... on InvalidInputError { field }
  ... on DuplicateOperationError { existingId }
} }`

async function withEcho() {
  const api = await testApi()
  api.recovery.define('echo', (input) => input)
  return api
}

test('a started operation is stored and runs', async () => {
  const { typed, recovery, clock } = await withEcho()

  const { startOperation } = await typed(StartOperation, { input: { functionName: 'echo', input: { deep: [1, 'a', null] } } })
  await clock.advance(0)

  expect(startOperation).toEqual({
    deduplicated: false,
    operation: { id: expect.stringMatching(/^op_/), state: 'PENDING', eventCursor: expect.stringMatching(/^evt_/) },
  })
  const id = 'operation' in startOperation ? startOperation.operation.id : ''
  expect(await recovery.operation(id)).toMatchObject({ state: 'success', result: { deep: [1, 'a', null] } })
})

test('every option of a start reaches the operation', async () => {
  const { data, recovery } = await withEcho()

  await data(START, {
    input: {
      functionName: 'echo',
      id: 'mine',
      idempotencyKey: 'key',
      priority: -3,
      metadata: { team: 'blue' },
      runAt: '2026-03-01T12:00:00+02:00',
      deadline: '90s',
      maxAttempts: 9,
    },
  })

  expect(await recovery.operation('mine')).toMatchObject({
    idempotencyKey: 'key',
    priority: -3,
    metadata: { team: 'blue' },
    runAt: Date.UTC(2026, 2, 1, 10),
    deadlineMs: 90_000,
    maxAttempts: 9,
    input: null,
  })
})

test('an input may be written into the document, with variables inside', async () => {
  const { data, recovery } = await withEcho()

  await data(
    `mutation ($url: String!) { startOperation(input: {
      functionName: "echo", id: "mine", input: { url: $url, parts: [1, 2.5, true, null, { to: $url }] }, deadline: 1500 }) { __typename } }`,
    { url: 'http://here' },
  )

  expect(await recovery.operation('mine')).toMatchObject({
    input: { url: 'http://here', parts: [1, 2.5, true, null, { to: 'http://here' }] },
    deadlineMs: 1500,
  })
})

test('the same id with the same input answers the first operation', async () => {
  const { data } = await withEcho()
  const input = { functionName: 'echo', id: 'mine', input: { a: 1 } }
  await data(START, { input })

  expect(await data(START, { input })).toMatchObject({ startOperation: { deduplicated: true, operation: { id: 'mine' } } })
})

test('who starts an operation is kept with its first event', async () => {
  const { ask, recovery } = await withEcho()
  await ask(START, { input: { functionName: 'echo', id: 'mine' } }, 'ada')

  expect((await recovery.events('mine', { limit: 1 })).items).toMatchObject([{ type: 'created', actor: 'ada' }])
})

test.each([
  [{ functionName: 'ecko' }, { __typename: 'UnknownFunctionError', code: 'UNKNOWN_FUNCTION', functionName: 'ecko' }],
  [
    { functionName: 'echo', priority: 101 },
    { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field: 'priority' },
  ],
  [
    { functionName: 'echo', maxAttempts: 0 },
    { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field: 'maxAttempts' },
  ],
  [
    { functionName: 'echo', metadata: [1] },
    { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field: 'metadata' },
  ],
  [
    { functionName: 'echo', id: 'att_mine' },
    { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field: 'id' },
  ],
  [
    { functionName: 'echo', id: '' },
    { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field: 'id' },
  ],
  [
    { functionName: 'echo', id: 'taken', input: { other: 2 } },
    { __typename: 'DuplicateOperationError', code: 'DUPLICATE_OPERATION', existingId: 'taken' },
  ],
])('the start %j is refused as data', async (input, expected) => {
  const { data, recovery } = await withEcho()
  await recovery.start('echo', null, { id: 'taken' })

  const { startOperation } = await data(START, { input })

  expect(startOperation).toEqual({ ...expected, message: expect.stringMatching(/./) })
})

test('an overloaded engine refuses a start as data', async () => {
  const { data, recovery } = await withEcho()
  vi.spyOn(recovery, 'startFromOutside').mockRejectedValue(new OverloadedError('Too many; start again later'))

  expect(await data(START, { input: { functionName: 'echo' } })).toEqual({
    startOperation: { __typename: 'OverloadedError', code: 'OVERLOADED', message: 'Too many; start again later' },
  })
})

test('an error that no result names is a GraphQL error', async () => {
  const { rawErrors, recovery } = await withEcho()
  const failure = new StoreUnavailableError('The store cannot be written')
  vi.spyOn(recovery, 'startFromOutside').mockRejectedValue(failure)

  const [error] = await rawErrors(START, { input: { functionName: 'echo' } })

  expect(error?.originalError).toBe(failure)
})

test('the event cursor of a started operation was read before it, so that following it shows the start', async () => {
  const { recovery, data } = await testApi()
  recovery.define('greet', () => 1)
  const before = recovery.eventCursor()
  const { startOperation } = await data(`mutation {
    startOperation(input: { functionName: "greet", runAt: "2030-01-01T00:00:00Z" }) {
      ... on StartOperationPayload { operation { eventCursor } }
    }
  }`)

  expect(startOperation).toEqual({ operation: { eventCursor: before } })
})
