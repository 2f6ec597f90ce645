import { type ExecutionResult, GraphQLError, parse } from 'graphql'
import { expect, test } from 'vitest'
import { SharedExecution } from '../../../src/server/delivery/shared-execution.ts'
import { textOf } from '../../../src/server/delivery/shared-result.ts'
import { createBroadcast } from './broadcast.ts'

interface Asked {
  readonly variables?: Readonly<Record<string, unknown>>
  readonly context?: object
  readonly operationName?: string
}

const ITEMS = 'subscription { items { text } }'

function setUp() {
  const broadcast = createBroadcast()
  const formatted: unknown[] = []
  const shared = new SharedExecution(broadcast.schema, (error) => {
    formatted.push(error)
    return new GraphQLError('hidden', { extensions: { code: 'INTERNAL' } })
  })
  const subscribe = async (query: string, { variables = {}, context = {}, operationName }: Asked = {}) => {
    const document = parse(query)
    const args = { schema: broadcast.schema, document, variableValues: variables, contextValue: context }
    const results = await shared.subscribe(operationName === undefined ? args : { ...args, operationName })
    if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results))
    return results
  }
  return { ...broadcast, formatted, shared, subscribe }
}

type Results = AsyncIterableIterator<ExecutionResult>

const next = async (results: readonly Results[]) => Promise.all(results.map(async (each) => (await each.next()).value))
const times = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make))

test('a thousand subscribers to the same cause one execution and one text for each event', async () => {
  const { calls, subscribe, tell } = setUp()
  const subscribers = await times(1000, () => subscribe(ITEMS))
  for (const [index, text] of ['one', 'two', 'three'].entries()) {
    tell(text)
    const results = await next(subscribers)

    expect(calls.text).toBe(index + 1)
    expect(new Set(results).size).toBe(1)
    expect(new Set(results.map((result) => textOf(result as object)))).toEqual(new Set([`{"data":{"items":{"text":"${text}"}}}`]))
  }
})

test('one that comes later to an event is given what the others were given', async () => {
  const { calls, subscribe, tell } = setUp()
  const [quick, slow] = await times(2, () => subscribe(ITEMS))
  tell('one')
  tell('two')
  const first = [await quick?.next(), await quick?.next()]

  expect([await slow?.next(), await slow?.next()]).toEqual(first)
  expect(calls.text).toBe(2)
})

test('what is executed asynchronously is shared while it is on its way', async () => {
  const { calls, subscribe, tell } = setUp()
  const subscribers = await times(20, () => subscribe('subscription { items { text later } }'))
  tell('one')

  expect(new Set((await next(subscribers)).map((result) => textOf(result as object)))).toEqual(
    new Set(['{"data":{"items":{"text":"one","later":"later"}}}']),
  )
  expect(calls.text).toBe(1)
})

test('an error is formatted once for all, and made anew for the next event', async () => {
  const { calls, formatted, subscribe, tell } = setUp()
  const subscribers = await times(20, () => subscribe('subscription { items { failing } }'))
  for (const events of [1, 2]) {
    tell('one')
    const texts = (await next(subscribers)).map((result) => textOf(result as object))

    expect(new Set(texts)).toEqual(
      new Set(['{"data":{"items":{"failing":null}},"errors":[{"message":"hidden","extensions":{"code":"INTERNAL"}}]}']),
    )
    expect(calls.failing).toBe(events)
    expect(formatted).toHaveLength(events)
  }
})

const REPEATED = 'subscription ($after: String, $repeat: Int) { items(after: $after) { text(repeat: $repeat) } }'
const DEFAULTED = 'subscription ($repeat: Int = 2) { items { text(repeat: $repeat) } }'
const PLAIN = 'subscription ($after: String) { plainItems(after: $after) { text } }'
const TWO = 'subscription A { items { text } } subscription B { items { text later } }'

test.each<[string, readonly [string, Asked], readonly [string, Asked], number]>([
  ['variables that the answer depends on', [REPEATED, { variables: { repeat: 1 } }], [REPEATED, { variables: { repeat: 2 } }], 2],
  ['null and a default', [DEFAULTED, { variables: { repeat: null } }], [DEFAULTED, {}], 2],
  ['cursors to begin after', [REPEATED, { variables: { after: 'a' } }], [REPEATED, { variables: { after: 'b' } }], 1],
  [
    'arguments that are not known to choose events only',
    [PLAIN, { variables: { after: 'a' } }],
    [PLAIN, { variables: { after: 'b' } }],
    2,
  ],
  ['documents', [ITEMS, {}], ['subscription { items { text __typename } }', {}], 2],
  ['operations of one document', [TWO, { operationName: 'A' }], [TWO, { operationName: 'B' }], 2],
  [
    'callers',
    [ITEMS, { context: { caller: { name: 'ann', role: 'viewer' } } }],
    [ITEMS, { context: { caller: { name: 'bob', role: 'viewer' } } }],
    2,
  ],
  [
    'roles',
    [ITEMS, { context: { caller: { name: 'ann', role: 'viewer' } } }],
    [ITEMS, { context: { caller: { name: 'ann', role: 'admin' } } }],
    2,
  ],
  [
    'contexts of one caller',
    [ITEMS, { context: { caller: { name: 'ann', role: 'viewer' } } }],
    [ITEMS, { context: { caller: { name: 'ann', role: 'viewer' } } }],
    1,
  ],
])('different %s: %j and %j', async (_, one, other, executions) => {
  const { calls, subscribe, tell } = setUp()
  const subscribers = await Promise.all(
    [...Array.from({ length: 3 }, () => one), ...Array.from({ length: 3 }, () => other)].map((asked) => subscribe(...asked)),
  )
  tell('x')
  await next(subscribers)
  expect(calls.text).toBe(executions)
})

test.each([
  'subscription { items { mine } }',
  'subscription { items { ...F } } fragment F on Item { mine }',
  'subscription { items { named { mine } } }',
])('a field that depends on the viewer is answered for each one: %s', async (query) => {
  const { calls, subscribe, tell } = setUp()
  const subscribers = await Promise.all(['ann', 'bob'].map((name) => subscribe(query, { context: { name } })))
  tell('one')
  const results = JSON.stringify(await next(subscribers))

  expect(results).toContain('"mine":"ann"')
  expect(results).toContain('"mine":"bob"')
  expect(calls.mine).toBe(2)
})

test('one who has gone, or a group that has gone, is no hindrance to those who come', async () => {
  const { calls, subscribe, tell, subscribers } = setUp()
  const [first, second] = await times(2, () => subscribe(ITEMS))
  await first?.return?.()
  await second?.return?.()
  subscribers.length = 0
  const [third, fourth] = await times(2, () => subscribe(ITEMS))
  tell('one')

  expect(await next([third, fourth] as Results[])).toMatchObject([
    { data: { items: { text: 'one' } } },
    { data: { items: { text: 'one' } } },
  ])
  expect(calls.text).toBe(1)
})

test('faulty variables are answered with errors', async () => {
  const { shared, schema } = setUp()
  const document = parse(REPEATED)

  expect(await shared.subscribe({ schema, document, variableValues: { repeat: 'x' } })).toMatchObject({
    errors: [{ message: expect.stringContaining('$repeat') }],
  })
})
