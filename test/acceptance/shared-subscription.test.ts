import { type ExecutionResult, parse } from 'graphql'
import { expect, test, vi } from 'vitest'
import { createContext } from '../../schema/context.ts'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { buildSchema } from '../../schema/index.ts'
import { SharedExecution } from '../../src/server/delivery/shared-execution.ts'
import { gate, testEngine } from '../support/engine.ts'

const SUBSCRIBERS = 200
const EVENTS_OF_OPERATION = 3
const QUERY = `subscription ($after: String) {
  recoveryUpdate(after: $after) { cursor operationId state progress { fraction } operation { id state } }
}`

const schema = buildSchema()

interface Update {
  readonly cursor: string
  readonly operationId: string
  readonly state: string
  readonly progress: { readonly fraction: number } | null
}

type Results = AsyncIterableIterator<ExecutionResult>

/** The product's engine and schema; each subscriber has a context of its own, as over any transport. */
async function setUp() {
  const { recovery, clock } = await testEngine()
  const shared = new SharedExecution(schema, toGraphQLError)
  const document = parse(QUERY)
  // Each execution asks for its operation once.
  const executions = vi.spyOn(recovery, 'operations')
  const subscribe = async (after?: string): Promise<Results> => {
    const args = { schema, document, variableValues: { after }, contextValue: createContext(recovery) }
    const results = await shared.subscribe(args)
    if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results))
    return results
  }
  return { recovery, clock, executions, subscribe }
}

async function take(results: Results, count: number): Promise<Update[]> {
  const updates: Update[] = []
  while (updates.length < count) {
    const { value } = await results.next()
    updates.push((value as { data: { recoveryUpdate: Update } }).data.recoveryUpdate)
  }
  return updates
}

test('two hundred subscribers are told everything once and in order, by one execution for each change', async () => {
  const { recovery, clock, executions, subscribe } = await setUp()
  recovery.define('good', () => 1)
  const subscribers = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => subscribe()))
  const taking = Promise.all(subscribers.map((each) => take(each, 2 * EVENTS_OF_OPERATION)))
  await recovery.start('good', null, { id: 'a' })
  await clock.advance(0)
  await recovery.start('good', null, { id: 'b' })
  await clock.advance(0)
  const [first, ...others] = await taking

  const states = ['PENDING', 'IN_PROGRESS', 'SUCCESS']
  expect(first?.map(({ operationId, state }) => `${operationId} ${state}`)).toEqual(
    ['a', 'b'].flatMap((id) => states.map((state) => `${id} ${state}`)),
  )
  for (const other of others) expect(other).toEqual(first)
  expect(executions).toHaveBeenCalledTimes(2 * EVENTS_OF_OPERATION)
})

test('progress is shared too', async () => {
  const { recovery, clock, executions, subscribe } = await setUp()
  const end = gate()
  recovery.define('load', async (_, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await end.opened
  })
  const subscribers = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => subscribe()))
  const taking = Promise.all(subscribers.map((each) => take(each, 3)))
  await recovery.start('load', null)
  await clock.advance(5000)
  const taken = await taking

  expect(new Set(taken.map((updates) => JSON.stringify(updates[2]))).size).toBe(1)
  expect(taken[0]?.[2]?.progress).toEqual({ fraction: 0.5 })
  expect(executions).toHaveBeenCalledTimes(3)
  end.open()
})

test('those who join after different cursors are told what they missed, then share what comes', async () => {
  const { recovery, clock, executions, subscribe } = await setUp()
  recovery.define('good', () => 1)
  const old = await subscribe()
  const cursors = [recovery.eventCursor()]
  for (const id of ['a', 'b', 'c']) {
    await recovery.start('good', null, { id })
    await clock.advance(0)
    cursors.push(recovery.eventCursor())
  }
  const history = await take(old, 3 * EVENTS_OF_OPERATION)
  const joined = await Promise.all(cursors.map((after) => subscribe(after)))
  const missed = await Promise.all(joined.map((each, index) => take(each, (3 - index) * EVENTS_OF_OPERATION)))
  executions.mockClear()
  const taking = Promise.all([old, ...joined].map((each) => take(each, EVENTS_OF_OPERATION)))
  await recovery.start('good', null, { id: 'd' })
  await clock.advance(0)
  const [live, ...others] = await taking

  const cursorsOf = (updates: readonly Update[]) => updates.map(({ cursor }) => cursor)
  for (const [index, updates] of missed.entries())
    expect(cursorsOf(updates)).toEqual(cursorsOf(history.slice(index * EVENTS_OF_OPERATION)))
  for (const other of others) expect(other).toEqual(live)
  expect(live?.map(({ operationId, state }) => `${operationId} ${state}`)).toEqual(['d PENDING', 'd IN_PROGRESS', 'd SUCCESS'])
  expect(executions).toHaveBeenCalledTimes(EVENTS_OF_OPERATION)
})

test('those who join while events go on miss none and are told none twice', async () => {
  const { recovery, clock, subscribe } = await setUp()
  recovery.define('good', () => 1)
  const start = recovery.eventCursor()
  const total = 10 * EVENTS_OF_OPERATION
  const taking: Promise<Update[]>[] = []
  for (let n = 0; n < 10; n++) {
    await recovery.start('good', null)
    taking.push(subscribe(start).then((results) => take(results, total)))
    await clock.advance(0)
  }
  const [first, ...others] = (await Promise.all(taking)).map((updates) => updates.map(({ cursor }) => cursor))

  expect(new Set(first).size).toBe(total)
  for (const other of others) expect(other).toEqual(first)
})
