import { expect, test } from 'vitest'
import { bearer, startGuarded, TOKENS, WRONG } from './guarded-server.ts'

async function get(url: string, path: string, token?: string) {
  const response = await fetch(`${url}/api/recovery/${path}`, token === undefined ? {} : { headers: bearer(token) })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Readonly<Record<string, unknown>>,
  }
}

async function post(url: string, path: string, token: string) {
  const headers = { 'content-type': 'application/json', ...bearer(token) }
  const response = await fetch(`${url}/api/recovery/${path}`, { method: 'POST', headers, body: '{}' })
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
}

test('a request without a token is answered with 401 in the words of REST', async () => {
  const { url } = await startGuarded()
  const { status, headers, body } = await get(url, 'status')
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  expect(body).toEqual({ success: false, error: expect.stringContaining('Bearer <token>'), type: 'UNAUTHENTICATED' })
})

test.each(WRONG)('%s lets nobody in', async (_what, token) => {
  const { url } = await startGuarded()
  expect(await get(url, 'status', token)).toMatchObject({ status: 401, body: { success: false, type: 'UNAUTHENTICATED' } })
})

test('a role that is too low is answered with 403, and changes nothing', async () => {
  const { url, recovery } = await startGuarded()
  const { operation } = await recovery.start('greet', 'x', { runAt: new Date(Date.UTC(2100, 0, 1)) })
  expect(await post(url, `operations/${operation.id}/cancel`, TOKENS.viewer)).toEqual({
    status: 403,
    body: { success: false, error: expect.stringContaining('needs the role operator'), type: 'FORBIDDEN' },
  })
  expect((await recovery.operation(operation.id))?.state).toBe('pending')
})

test('the right role may, and its name is the actor', async () => {
  const { url, recovery } = await startGuarded()
  const { operation } = await recovery.start('greet', 'x', { runAt: new Date(Date.UTC(2100, 0, 1)) })
  expect((await get(url, 'status', TOKENS.viewer)).status).toBe(200)
  expect((await post(url, `operations/${operation.id}/cancel`, TOKENS.operator)).status).toBe(200)
  const { items } = await recovery.history.readAudit({ limit: 10, operationId: operation.id })
  expect(items).toMatchObject([{ actor: 'operator', action: 'cancelled' }])
})

test('too many requests are answered with 429 and when to come back', async () => {
  const { url } = await startGuarded({ requestRate: 1 })
  for (let i = 0; i < 5; i++) await get(url, 'status', TOKENS.viewer)
  const { status, headers, body } = await get(url, 'status', TOKENS.viewer)
  expect([status, headers.get('retry-after'), body.type]).toEqual([429, '1', 'RATE_LIMITED'])
})
