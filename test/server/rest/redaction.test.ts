import { expect, test } from 'vitest'
import { startRest } from './rest-server.ts'

test('secrets are shown neither in the error, nor in the metadata, nor in the address of a download', async () => {
  const { get, post, recovery, clock } = await startRest({ redact: { names: ['iban'] } })
  recovery.define('download', () => Promise.reject(new Error('refused iban=hunter2')), { maxRetries: 0 })
  const input = { url: 'https://ada:hunter2@x.test/f?token=hunter2', destination: 'f', headers: { Authorization: 'hunter2' } }
  await recovery.start('download', input, { id: 'dl', metadata: { iban: 'hunter2' } })
  await clock.advance(0)

  const { status, body } = await get('/api/recovery/operations/dl')
  expect(status).toBe(200)
  expect(body.operation).toMatchObject({
    error: 'refused iban=[redacted]',
    metadata: { url: 'https://[redacted]@x.test/f?token=[redacted]', iban: '[redacted]' },
  })
  expect(JSON.stringify([body, (await get('/api/downloads')).body])).not.toContain('hunter2')
  expect((await post('/api/downloads', { url: 'https://[redacted]@x.test/f', destination: 'g' })).status).toBe(400)
})
