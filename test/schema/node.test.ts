import { expect, test, vi } from 'vitest'
import { testApi } from './harness.ts'

async function withOperation() {
  const api = await testApi()
  api.recovery.define('greet', async (_, ctx) => ctx.step('only', () => 'done'))
  await api.recovery.start('greet', null, { id: 'mine' })
  await api.recovery.start('greet', null, { id: 'op_other' })
  await api.clock.advance(0)
  const attempt = (await api.recovery.attempts('mine', { limit: 1 })).items[0]?.id
  const stepId = (await api.recovery.steps('mine'))[0]?.id
  return { ...api, attempt, step: stepId }
}

const NODE = `query ($id: ID!) { node(id: $id) { __typename id
  ... on Operation { functionName } ... on Attempt { number } ... on Step { name } } }`

test('an id leads to an operation, an attempt or a step', async () => {
  const { data, attempt, step } = await withOperation()

  expect(await data(NODE, { id: 'mine' })).toEqual({ node: { __typename: 'Operation', id: 'mine', functionName: 'greet' } })
  expect(await data(NODE, { id: attempt })).toEqual({ node: { __typename: 'Attempt', id: attempt, number: 1 } })
  expect(await data(NODE, { id: step })).toEqual({ node: { __typename: 'Step', id: step, name: 'only' } })
})

test.each(['nobody', 'att_nothing', 'stp_nothing', 'evt_1', ''])('the unknown id "%s" leads to null', async (id) => {
  const { data } = await withOperation()

  expect(await data(NODE, { id })).toEqual({ node: null })
})

test('nodes come in the order of their ids, with null for what is not there', async () => {
  const { data, attempt, step } = await withOperation()

  const { nodes } = await data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
    ids: [step, 'op_other', 'nobody', attempt, 'mine', 'mine'],
  })

  expect(nodes).toEqual([
    { __typename: 'Step', id: step },
    { __typename: 'Operation', id: 'op_other' },
    null,
    { __typename: 'Attempt', id: attempt },
    { __typename: 'Operation', id: 'mine' },
    { __typename: 'Operation', id: 'mine' },
  ])
})

test('more nodes than a page holds are refused', async () => {
  const { ask } = await testApi()

  const { errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(501).fill('x') })

  expect(errors[0]?.message).toBe('ids has 501 entries; use at most 500 at a time')
})

test('operations asked for together are read by one call', async () => {
  const { data, recovery } = await withOperation()
  const read = vi.spyOn(recovery, 'operations')

  await data('{ a: operation(id: "mine") { id } b: node(id: "op_other") { id } nodes(ids: ["mine", "nobody"]) { id } }')

  expect(read.mock.calls).toEqual([[['mine', 'op_other', 'nobody']]])
})

test('an operation is read anew within a request, never remembered', async () => {
  const { data } = await withOperation()
  const control = (
    name: string,
  ) => `${name}Operation(input: { id: "waits" }) { ... on ${name === 'pause' ? 'Pause' : 'Resume'}OperationPayload
    { operation { state } } }`

  const answer = await data(`mutation {
    startOperation(input: { functionName: "greet", id: "waits", runAt: "2030-01-01T00:00:00Z" }) { __typename }
    ${control('pause')}
    ${control('resume')}
  }`)

  expect(answer).toEqual({
    startOperation: { __typename: 'StartOperationPayload' },
    pauseOperation: { operation: { state: 'PAUSED' } },
    resumeOperation: { operation: { state: 'PENDING' } },
  })
})

test('the event cursor of an operation was read before the operation', async () => {
  const { data, recovery } = await withOperation()
  await recovery.start('greet', null, { id: 'waits', runAt: new Date('2030-01-01') })
  const before = recovery.eventCursor()
  const read = recovery.operations.bind(recovery)
  vi.spyOn(recovery, 'operations').mockImplementation(async (ids) => {
    await recovery.cancel('waits')
    return read(ids)
  })

  expect(await data('{ operation(id: "waits") { state eventCursor } }')).toEqual({
    operation: { state: 'CANCELLED', eventCursor: before },
  })
})
