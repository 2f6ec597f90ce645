import { expect, test } from 'vitest'
import { testApi } from './harness.ts'

const TRAIL = `query ($first: Int, $after: String, $last: Int, $actor: String, $operationId: ID) {
  auditTrail(first: $first, after: $after, last: $last, actor: $actor, operationId: $operationId) {
    edges { cursor node { cursor timestamp actor action operationId functionName scope data } }
    pageInfo { hasNextPage hasPreviousPage }
  }
}`

interface Trail {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[]
  readonly pageInfo: object
}

async function acted() {
  const api = await testApi()
  api.recovery.define('greet', async (name: string) => name, { circuitBreaker: { threshold: 3 } })
  const begin = `mutation { startOperation(input: { functionName: "greet", id: "op_1" }) { __typename } }`
  await api.ask(begin, {}, 'ada')
  await api.ask('mutation { cancelOperation(input: { id: "op_1", reason: "no need" }) { __typename } }', {}, 'bob')
  await api.ask('mutation { tripCircuitBreaker(input: { scope: "greet" }) { __typename } }', {}, 'ada')
  await api.ask('mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }', {}, 'ada')
  const trail = async (variables: Readonly<Record<string, unknown>> = {}) =>
    (await api.data(TRAIL, variables)).auditTrail as unknown as Trail
  return { ...api, trail }
}

test('who did what is told with the operation, the scope or the settings it was done to', async () => {
  const { trail, recovery } = await acted()
  const { edges } = await trail()
  expect(edges.map(({ node: { timestamp: _, cursor: __, ...node } }) => node)).toEqual([
    { actor: 'ada', action: 'created', operationId: 'op_1', functionName: 'greet', scope: null, data: null },
    { actor: 'bob', action: 'cancelled', operationId: 'op_1', functionName: 'greet', scope: null, data: { reason: 'no need' } },
    {
      actor: 'ada',
      action: 'breaker_forced_open',
      operationId: null,
      functionName: null,
      scope: 'greet',
      data: { state: 'open', forced: true, reason: null },
    },
    { actor: 'ada', action: 'settings_changed', operationId: null, functionName: null, scope: null, data: { maxRetries: 3 } },
  ])
  expect(edges.at(-1)?.node.cursor).toBe(recovery.eventCursor())
})

test('it is read in pages, by actor and by operation', async () => {
  const { trail } = await acted()
  const actions = ({ edges }: Trail) => edges.map(({ node }) => node.action)
  const first = await trail({ first: 1 })
  expect([actions(first), first.pageInfo]).toEqual([['created'], { hasNextPage: true, hasPreviousPage: false }])
  expect(actions(await trail({ first: 1, after: first.edges[0]?.cursor }))).toEqual(['cancelled'])
  expect(actions(await trail({ last: 1 }))).toEqual(['settings_changed'])
  expect(actions(await trail({ actor: 'bob' }))).toEqual(['cancelled'])
  expect(actions(await trail({ operationId: 'op_1' }))).toEqual(['created', 'cancelled'])
})

test('what callers without a name do is not in it', async () => {
  const { ask, data } = await testApi()
  await ask('mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }')
  expect(await data('{ auditTrail { edges { node { action } } } }')).toEqual({ auditTrail: { edges: [] } })
})

test('changing settings is no news to those who follow operations or breakers, and holds none of them up', async () => {
  const { recovery, ask } = await testApi()
  const [updates, breakers] = [recovery.watch(), recovery.breakers.watch()]
  await ask('mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }', {}, 'ada')
  recovery.define('greet', async (name: string) => name, { circuitBreaker: { threshold: 3 } })
  await recovery.start('greet', 'x')
  await recovery.breakers.trip('greet')
  expect((await updates.next()).value).toMatchObject({ event: { type: 'created' } })
  expect((await breakers.next()).value).toMatchObject({ event: { type: 'breaker_forced_open' } })
})
