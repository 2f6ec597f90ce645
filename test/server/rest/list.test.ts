import { expect, test } from 'vitest'
import { type RestAnswer, startRest, withOperations } from './rest-server.ts'

const idsOf = (body: RestAnswer['body']) => body.operations.map(({ operation_id: id }) => id)

test('operations are found by one state or by several', async () => {
  const { get } = await withOperations()
  expect(idsOf((await get('/api/recovery/operations?state=success')).body).toSorted()).toEqual(['done', 'recovered'])
  const { body } = await get('/api/recovery/operations?state=failed,exhausted')
  expect([idsOf(body).toSorted(), body.total_count]).toEqual([['ended', 'refused'], 2])
})

test('those that changed last come first, a page at a time', async () => {
  const { get, recovery, clock } = await startRest()
  recovery.define('later', () => null)
  for (let n = 0; n < 5; n++) {
    await recovery.start('later', null, { id: `op${n}`, runAt: new Date('2999-01-01') })
    await clock.advance(1)
  }
  const page = async (query: string) => (await get(`/api/recovery/operations?${query}`)).body
  expect(idsOf(await page(''))).toEqual(['op4', 'op3', 'op2', 'op1', 'op0'])
  expect(await page('limit=2')).toMatchObject({ total_count: 5, operations: [{ operation_id: 'op4' }, { operation_id: 'op3' }] })
  expect(idsOf(await page('limit=2&offset=3'))).toEqual(['op1', 'op0'])
  expect(idsOf(await page('limit=2&offset=4'))).toEqual(['op0'])
  for (const beyond of [5, 6, 10_000]) expect(await page(`offset=${beyond}`)).toMatchObject({ total_count: 5, operations: [] })
})

test('an offset that leads over several pages of GraphQL finds its place', async () => {
  const { get, recovery } = await startRest()
  recovery.define('later', () => null)
  const start = (n: number) => recovery.start('later', null, { id: `op${n}`, runAt: new Date('2999-01-01') })
  await Promise.all(Array.from({ length: 1203 }, (_, n) => start(n)))
  const all = [0, 500, 1000].map(async (offset) => (await get(`/api/recovery/operations?limit=500&offset=${offset}`)).body)
  const ids = (await Promise.all(all)).flatMap(idsOf)
  expect(new Set(ids).size).toBe(1203)
  expect(idsOf((await get('/api/recovery/operations?limit=1&offset=1202')).body)).toEqual(ids.slice(-1))
})

test.each([
  ['state=unknown', 'state must be one of pending'],
  ['state=', 'state must be one of'],
  ['state=SUCCESS', 'state must be one of'],
  ['state=failed&state=success', 'state is given more than once'],
  ['limit=0', 'limit must be a whole number from 1 to 500'],
  ['limit=501', 'limit must be'],
  ['limit=1e2', 'limit must be'],
  ['limit=', 'limit must be'],
  ['offset=-1', 'offset must be a whole number from 0 to 10000'],
  ['offset=10001', 'offset must be'],
])('a list with ?%s is refused', async (query, message) => {
  const { get } = await startRest()
  const { status, body } = await get(`/api/recovery/operations?${query}`)
  expect([status, body.success, body.type]).toEqual([400, false, 'INVALID_INPUT'])
  expect(body.error).toContain(message)
})
