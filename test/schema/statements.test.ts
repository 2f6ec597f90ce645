import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countStatements } from '../support/statements.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { take, testApi } from './harness.ts'

const NESTED = `id recovered availableActions
  attempts(first: 3) { edges { node { id outcome } } } steps { id name }
  events(last: 2) { edges { cursor node { type } } } circuitBreaker { scope blockedOperations }`
const AGAIN = { maxRetries: 1, initialDelay: '1h', jitter: 0 } as const

/** Many functions and operations with histories, in a real file. */
async function filledApi(functions = 1) {
  const api = await testApi({ store: `sqlite:${join(await tempFolder(), 'recovery.db')}` })
  const count = countStatements()
  for (let f = 0; f < functions; f++) {
    api.recovery.define(
      `f${f}`,
      async (_input: { host: string }, ctx) => {
        await ctx.step('first', () => 1)
        throw new Error('again')
      },
      { ...AGAIN, circuitBreaker: { threshold: 1, scope: ({ host }: { host: string }) => host } },
    )
  }
  for (let n = 0; n < 50; n++) {
    const [name, host] = [`f${n % functions}`, `host${n % 5}`]
    await api.recovery.start(name, { host }, { id: `op${String(n).padStart(2, '0')}` })
    // What comes later finds the breakers open.
    if (n === 24) await api.clock.advance(1000)
  }
  await api.clock.advance(1000)
  /** The statements that a document takes. */
  const statements = async (document: string, variables = {}) => {
    const before = count()
    await api.data(document, variables)
    return count() - before
  }
  return { ...api, statements }
}

const PAGE = `query ($first: Int) { operations(first: $first) { totalCount eventCursor edges { node { ${NESTED} } } } }`

test('a page of operations takes as many statements for 50 rows as for 2, whatever is nested', async () => {
  const { data, statements } = await filledApi()
  const { operations } = (await data(PAGE, { first: 50 })) as { operations: { edges: { node: { steps: object[] } }[] } }
  expect(operations.edges.filter(({ node }) => node.steps.length > 0).length).toBeGreaterThan(3)

  const few = await statements(PAGE, { first: 2 })

  expect(await statements(PAGE, { first: 50 })).toBe(few)
  expect(few).toBeLessThan(20)
})

test('nodes of every kind take as many statements for many ids as for one of each', async () => {
  const { recovery, statements } = await filledApi()
  const ids = Array.from({ length: 50 }, (_, n) => `op${String(n).padStart(2, '0')}`)
  const attempts = [...(await recovery.history.attemptsOf(ids, { limit: 1 })).values()].flatMap(({ items }) => items)
  const steps = [...(await recovery.history.stepsOf(ids)).values()].flat()
  const nodes = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Operation { ${NESTED.replace('id ', '')} } } }`
  const one = [ids[0], attempts[0]?.id, steps[0]?.id]

  expect(attempts.length).toBeGreaterThan(3)
  expect(await statements(nodes, { ids: [...ids, ...attempts.map(({ id }) => id), ...steps.map(({ id }) => id)] })).toBe(
    await statements(nodes, { ids: one }),
  )
})

test.each([
  '{ functions { activeOperations totalOperations circuitBreaker { state blockedOperations } performance { successRate } } }',
  '{ functions { performance(window: "1m") { successRate } } }',
  '{ circuitBreakers { scope blockedOperations } }',
])('%s takes as many statements for many functions as for few', async (document) => {
  const few = await filledApi(2)
  const statements = await few.statements(document)
  const many = await filledApi(9)

  expect(await many.statements(document)).toBe(statements)
  expect(statements).toBeLessThan(8)
})

test('an update of a subscription takes the same statements whatever the operation has been through', async () => {
  const { recovery, data, follow } = await filledApi()
  const count = countStatements()
  const updates = await follow(`subscription { recoveryUpdate { operation { ${NESTED} } } }`)
  const statementsOfPause = async (id: string) => {
    const before = count()
    await recovery.pause(id)
    const committed = count()
    expect(await take(updates, 1)).toMatchObject([{ operation: { id } }])
    return { read: count() - committed, committed: committed - before }
  }
  const { operations } = (await data('{ operations { edges { node { id steps { id } } } } }')) as {
    operations: { edges: { node: { id: string; steps: object[] } }[] }
  }
  const nodes = operations.edges.map(({ node }) => node)
  const tried = nodes.find(({ steps }) => steps.length > 0)?.id ?? ''
  const untried = nodes.find(({ steps }) => steps.length === 0)?.id ?? ''

  expect((await statementsOfPause(tried)).read).toBeLessThan(10)
  expect((await statementsOfPause(untried)).read).toBeLessThan(10)
})
