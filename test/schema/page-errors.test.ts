import { expect, test } from 'vitest'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { testApi } from './harness.ts'

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: OperationFilter, $orderBy: OperationOrder) {
  operations(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) { edges { cursor } }
}`

async function withTwoOperations() {
  const api = await testApi()
  api.recovery.define('greet', () => 'hi')
  await api.recovery.start('greet', null, { id: 'a' })
  await api.recovery.start('greet', null, { id: 'b' })
  await api.clock.advance(0)
  return api
}

function textCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

test.each([
  [{ first: -1 }, 'first', 'first is -1; use 0 to 500 and page on with the cursors'],
  [{ first: 501 }, 'first', 'first is 501; use 0 to 500 and page on with the cursors'],
  [{ last: 501 }, 'last', 'last is 501; use 0 to 500 and page on with the cursors'],
  [{ first: 1, last: 1 }, 'last', 'first and last exclude each other; use first to page forward, last to page backward'],
  [{ after: 'garbage' }, 'after', 'after is no cursor of a list; use a cursor that the list answered'],
  [{ before: '' }, 'before', 'before is no cursor of a list; use a cursor that the list answered'],
  [{ after: textCursor(null) }, 'after', 'after is no cursor of a list; use a cursor that the list answered'],
  [{ after: textCursor([1]) }, 'after', 'after is no cursor of a list; use a cursor that the list answered'],
  [
    { after: textCursor({ list: 'operations created_at desc', key: { value: 'x', id: 1 } }) },
    'after',
    'after is no cursor of this list; use a cursor that the list answered',
  ],
  [
    { after: textCursor({ list: 'operations created_at desc', key: 7 }) },
    'after',
    'after is no cursor of this list; use a cursor that the list answered',
  ],
  [{ filter: { metadata: 'blue' } }, 'metadata', 'metadata must be a JSON object'],
])('the arguments %j are refused as invalid input', async (variables, field, message) => {
  const { ask } = await withTwoOperations()

  const { errors } = await ask(LIST, variables)

  expect(errors).toMatchObject([{ message, path: ['operations'] }])
  expect(await thrownBy(variables)).toMatchObject({ message, extensions: { code: 'INVALID_INPUT', field } })
})

/** The error as the server tells it. */
async function thrownBy(variables: object) {
  const { rawErrors } = await withTwoOperations()
  const [error] = await rawErrors(LIST, { ...variables })
  return toGraphQLError(error)
}

test('a cursor of another order is refused', async () => {
  const { ask, data } = await withTwoOperations()
  const { operations } = await data(LIST, { first: 1 })
  const after = (operations as { edges: { cursor: string }[] }).edges[0]?.cursor

  const answers = [
    await ask(LIST, { after, orderBy: { field: 'UPDATED_AT', direction: 'DESC' } }),
    await ask(LIST, { after, orderBy: { field: 'CREATED_AT', direction: 'ASC' } }),
    await ask('query ($after: String) { operation(id: "a") { attempts(after: $after) { edges { cursor } } } }', { after }),
  ]

  for (const { errors } of answers) {
    expect(errors[0]?.message).toBe('after belongs to another list or order; page on with the orderBy that the cursor came with')
  }
})

test('attempts and events are paged by cursors of their own', async () => {
  const { data, ask } = await withTwoOperations()
  const page = `query ($first: Int, $after: String, $last: Int, $before: String) { operation(id: "a") {
    events(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { type } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`
  const types = async (variables: object) => {
    const { operation } = await data(page, { ...variables })
    const { events } = operation as {
      events: { edges: { cursor: string; node: { type: string } }[]; pageInfo: { endCursor: string } }
    }
    return { ...events, types: events.edges.map(({ node }) => node.type) }
  }

  const first = await types({ first: 1 })
  const rest = await types({ after: first.pageInfo.endCursor })
  expect([first.types, rest.types]).toEqual([['created'], ['attempt_started', 'succeeded']])
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })

  const last = await types({ last: 1 })
  expect(last.types).toEqual(['succeeded'])
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  expect((await types({ before: last.edges[0]?.cursor })).types).toEqual(['created', 'attempt_started'])

  const { errors } = await ask('query ($after: String) { operation(id: "a") { attempts(after: $after) { edges { cursor } } } }', {
    after: first.pageInfo.endCursor,
  })
  expect(errors[0]?.message).toMatch(/^after belongs to another list/)
})
