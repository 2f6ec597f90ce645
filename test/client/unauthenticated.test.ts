import { expect, test } from 'vitest'
import { shortLived, startGuarded, TOKENS } from '../server/auth/guarded-server.ts'
import { connect } from './served.ts'

test.each([
  ['no token', undefined],
  ['an unknown token', 'nobody-knows-this-token-of-mine'],
])('%s is UNAUTHENTICATED for questions and for subscriptions, told at once', async (_what, token) => {
  const { url } = await startGuarded()
  const client = connect({ url, token })

  await expect(client.status()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
  await expect(client.updates().next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test.each([
  ['a token', (token: string) => token],
  ['a function that brings the same token', (token: string) => () => token],
])('%s that expires ends a subscription as UNAUTHENTICATED', async (_what, tokenOf) => {
  const { url, clock, recovery } = await startGuarded()
  const client = connect({ url, token: tokenOf(shortLived()) })
  const updates = client.updates({ after: recovery.eventCursor() })
  const first = updates.next()
  await recovery.start('greet', 'ada')
  await first
  await clock.advance(5000)

  const drained = (async () => {
    for await (const _update of updates);
  })()
  await expect(drained).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(client.status()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
})

test('a role that is too low is FORBIDDEN, and subscriptions go on', async () => {
  const { url, recovery } = await startGuarded()
  const client = connect({ url, token: TOKENS.viewer })
  const updates = client.updates({ after: recovery.eventCursor() })
  const first = updates.next()

  await expect(client.start({ functionName: 'greet', input: 'ada' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await recovery.start('greet', 'ada')
  expect(await first).toMatchObject({ value: { state: 'PENDING', functionName: 'greet' } })
})
