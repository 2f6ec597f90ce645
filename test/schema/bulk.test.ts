import { expect, test } from 'vitest'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import {
  CancelOperations,
  DeleteOperations,
  PauseOperations,
  ResumeOperations,
  RetryOperations,
} from '../../src/client/documents/bulk.ts'
import { RecoveryUpdates } from '../../src/client/documents/updates.ts'
import { take, testApi } from './harness.ts'

/** `done` succeeded, `ended` is exhausted, `refused` failed for good, `waits` is being retried. */
async function withOperations() {
  const api = await testApi()
  const { recovery, clock } = api
  recovery.define('good', () => 'fine')
  recovery.define('flaky', () => Promise.reject(new Error('again')), { maxRetries: 1, initialDelay: '1m' })
  recovery.define('bad', () => Promise.reject(new TypeError('never works')))
  await recovery.start('good', null, { id: 'done', metadata: { team: 'blue' } })
  await recovery.start('flaky', null, { id: 'ended' })
  await recovery.start('bad', null, { id: 'refused' })
  await clock.advance(100_000)
  await recovery.start('flaky', null, { id: 'waits' })
  await clock.advance(0)
  return api
}

const ALL_DONE = { skipped: [], skippedCount: 0, operation: null }

test('many are paused, resumed and cancelled by a filter', async () => {
  const { typed, recovery } = await withOperations()
  const input = { filter: { functionNames: ['flaky'] } }

  expect(await typed(PauseOperations, { input })).toEqual({ pauseOperations: { matched: 1, changed: 1, ...ALL_DONE } })
  expect(await typed(ResumeOperations, { input })).toEqual({ resumeOperations: { matched: 1, changed: 1, ...ALL_DONE } })
  expect(await typed(CancelOperations, { input: { all: true, reason: 'moved' } })).toEqual({
    cancelOperations: { matched: 1, changed: 1, ...ALL_DONE },
  })
  expect(await recovery.operation('waits')).toMatchObject({ state: 'cancelled' })
})

test('what a retry leaves as it was is told with its code and what to do', async () => {
  const { typed } = await withOperations()

  expect(await typed(RetryOperations, { input: { filter: { active: false, functionNames: ['flaky', 'bad'] } } })).toEqual({
    retryOperations: {
      matched: 2,
      changed: 1,
      skippedCount: 1,
      skipped: [{ id: 'refused', code: 'NEEDS_FORCE', reason: expect.stringContaining('retry it with force') }],
      operation: null,
    },
  })
  expect(await typed(RetryOperations, { input: { filter: { ids: ['refused'] }, force: true, maxAttempts: 2 } })).toMatchObject({
    retryOperations: { changed: 1 },
  })
})

test('deleted operations are gone, and updates tell of it, with nothing any more to be read', async () => {
  const { typed, data, follow, ask } = await withOperations()
  const updates = await follow(
    'subscription { recoveryUpdate(progress: false) { type operationId state completed { success } operation { id } } }',
  )
  const told = take(updates, 1)
  await ask('mutation { deleteOperations(input: { filter: { metadata: { team: "blue" } } }) { changed } }', {}, 'ann')

  expect(await told).toEqual([{ type: 'deleted', operationId: 'done', state: 'SUCCESS', completed: null, operation: null }])
  expect(await data('{ operation(id: "done") { id } }')).toEqual({ operation: null })
  expect(await typed(DeleteOperations, { input: { filter: { ids: ['waits'] } } })).toMatchObject({
    deleteOperations: { changed: 0, skipped: [{ id: 'waits', code: 'INVALID_TRANSITION' }] },
  })
})

test('a deletion is no end, and a cursor from before it replays it', async () => {
  const { typed, follow, recovery } = await withOperations()
  const after = recovery.eventCursor()
  await typed(DeleteOperations, { input: { filter: { ids: ['done'] } } })
  const ends = await follow('subscription ($after: String) { recoveryCompleted(after: $after) { operationId } }', { after })
  const next = take(ends, 1)
  await recovery.cancel('waits')

  expect(await next).toEqual([{ operationId: 'waits' }])
  expect(await take(await follow(RecoveryUpdates.toString(), { after }), 1)).toMatchObject([{ operationId: 'done' }])
})

test('a large set is answered with the operation that carries it out', async () => {
  const { typed, recovery, clock } = await withOperations()
  const runAt = new Date('2030-01-01')
  await Promise.all(Array.from({ length: 501 }, () => recovery.start('good', null, { runAt })))

  const { cancelOperations } = await typed(CancelOperations, { input: { filter: { functionNames: ['good'] } } })
  expect(cancelOperations).toMatchObject({ matched: 501, changed: 0, skipped: [], operation: { state: 'PENDING' } })
  await clock.advance(100)
  expect(await recovery.operation(cancelOperations.operation?.id ?? '')).toMatchObject({ result: { changed: 501 } })
})

test.each([
  ['{}', 'filter', 'all: true'],
  ['{ filter: { states: null } }', 'filter', 'all: true'],
  ['{ filter: { ids: ["a"] }, all: true }', 'all', 'empty filter'],
  ['{ filter: { metadata: 5 } }', 'metadata', 'must be a JSON object'],
])('%s is refused as INVALID_INPUT, and nothing is changed', async (input, field, message) => {
  const { rawErrors, recovery } = await withOperations()
  const errors = await rawErrors(`mutation { cancelOperations(input: ${input}) { matched } }`)

  const told = errors.map((error) => toGraphQLError(error).toJSON())
  expect(told).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'INVALID_INPUT', field } }])
  expect(await recovery.operation('waits')).toMatchObject({ state: 'recovering' })
})

test('a retry takes another input for its new round; null leaves it as it is', async () => {
  const { data, recovery } = await withOperations()
  const retry = (fields: string) =>
    data(`mutation { retryOperation(input: { ${fields} }) {
      ... on RetryOperationPayload { operation { input round } } ... on InvalidInputError { code field }
      ... on UnknownFunctionError { functionName }
    } }`)

  expect(await retry('id: "ended", input: { n: 2 }')).toEqual({ retryOperation: { operation: { input: { n: 2 }, round: 2 } } })
  expect(await retry('id: "refused", input: null, force: true')).toEqual({
    retryOperation: { operation: { input: null, round: 2 } },
  })
  expect(await retry('id: "waits", input: 1')).toEqual({ retryOperation: { code: 'INVALID_INPUT', field: 'input' } })
  expect(await recovery.operation('waits')).toMatchObject({ input: null })
})

test('nobody starts a function of the system itself', async () => {
  const { data } = await withOperations()

  expect(
    await data(`mutation { startOperation(input: { functionName: "bulk.control", input: {} }) {
      ... on UnknownFunctionError { code functionName message }
    } }`),
  ).toEqual({
    startOperation: {
      code: 'UNKNOWN_FUNCTION',
      functionName: 'bulk.control',
      message: '"bulk.control" is started by the system itself and by nobody else; registered are: good, flaky, bad',
    },
  })
})
