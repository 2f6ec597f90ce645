import { expect, test } from 'vitest'
import { ask, startRest } from './rest/rest-server.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const HEADERS = { 'content-type': 'application/json', traceparent: `00-${TRACE}-00f067aa0ba902b7-01`, tracestate: 'rojo=1' }
const START = 'mutation { startOperation(input: { functionName: "quick", id: "op_mine" }) { __typename } }'

async function served() {
  const { recovery, url } = await startRest({ open: false })
  recovery.define('quick', () => 1)
  recovery.define('download', () => 1)
  return { recovery, url }
}

test('an operation is started in the trace that the request names', async () => {
  const { recovery, url } = await served()
  await fetch(`${url}/graphql`, { method: 'POST', headers: HEADERS, body: JSON.stringify({ query: START }) })
  const { traceId, traceContext } = await recovery.requireOperation('op_mine')
  expect(traceId).toBe(TRACE)
  expect(traceContext).toBe(`${HEADERS.traceparent} ${HEADERS.tracestate}`)
})

test('so is one that REST starts', async () => {
  const { recovery, url } = await served()
  const body = JSON.stringify({ url: 'https://example.com/a.bin', dest_path: 'a.bin' })
  const answer = await ask(`${url}/api/downloads`, { method: 'POST', headers: HEADERS, body })
  expect(answer.body).toMatchObject({ success: true })
  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })
  expect(operations[0]?.traceId).toBe(TRACE)
})

test('a header that is none changes nothing', async () => {
  const { recovery, url } = await served()
  const headers = { ...HEADERS, traceparent: 'nonsense' }
  await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: START }) })
  expect((await recovery.requireOperation('op_mine')).traceId).toBeNull()
})
