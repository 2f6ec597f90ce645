import { expect, test } from 'vitest'
import { startRest } from './rest-server.ts'
import { faultsOf, type Shape } from './shape.ts'

const DOWNLOAD: Shape = {
  id: 'text',
  url: 'text',
  dest_path: 'text',
  status: 'text',
  progress: 'percent',
  bytes_downloaded: 'count',
  total_bytes: 'count',
  speed: 'number',
  eta: 'number',
  attempts: 'count',
  error: 'text?',
  created_at: 'instant',
  updated_at: 'instant',
}

const PAST: Shape = {
  id: 'text',
  url: 'text',
  dest_path: 'text',
  status: 'text',
  bytes_downloaded: 'count',
  total_bytes: 'count',
  completed_at: 'instant',
  duration: 'number',
  speed_avg: 'number',
}

/** A `download` that reports 450 of 1,000 bytes and waits: REST knows it by its name and its reports alone. */
async function withDownloads() {
  const rest = await startRest()
  const { recovery, clock, post } = rest
  const work = Promise.withResolvers<void>()
  recovery.define('download', async (_input, ctx) => {
    ctx.progress({ current: 450, total: 1000, unit: 'bytes', rate: 50 })
    await Promise.race([work.promise, new Promise((_, reject) => ctx.signal.addEventListener('abort', reject))])
    ctx.progress({ current: 1000, total: 1000, unit: 'bytes' })
  })
  recovery.define('other', () => null)
  const file = { url: 'https://example.com/a.bin', dest_path: 'models/a.bin', download_id: 'a' }
  expect(await post('/api/downloads', file)).toMatchObject({ status: 201, body: { message: 'Download a started' } })
  await recovery.start('other', null, { id: 'other' })
  await clock.advance(0)
  return { ...rest, file, finish: work.resolve }
}

test('downloads are listed with bytes, percent and seconds', async () => {
  const { get } = await withDownloads()
  const { status, body } = await get('/api/downloads')
  expect([status, body.success, body.total_count]).toEqual([200, true, 1])
  expect(faultsOf(body.downloads[0] ?? {}, DOWNLOAD)).toEqual([])
  expect(body.downloads).toEqual([
    {
      id: 'a',
      url: 'https://example.com/a.bin',
      dest_path: 'models/a.bin',
      status: 'downloading',
      progress: 45,
      bytes_downloaded: 450,
      total_bytes: 1000,
      speed: 50,
      eta: 11,
      attempts: 1,
      error: null,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
    },
  ])
})

test('a download is paused, resumed and cancelled, and says what it can', async () => {
  const { get, post } = await withDownloads()
  const read = async () => (await get('/api/downloads/a')).body.download
  expect(await read()).toMatchObject({ status: 'downloading', can_pause: true, can_resume: false })
  expect((await post('/api/downloads/a/pause')).body).toEqual({ success: true, message: 'Download paused successfully' })
  expect(await read()).toMatchObject({ status: 'paused', can_pause: false, can_resume: true, speed: 0, eta: 0 })
  expect((await post('/api/downloads/a/resume')).body.message).toBe('Download resumed successfully')
  expect((await post('/api/downloads/a/cancel')).body.message).toBe('Download cancelled successfully')
  expect(await read()).toMatchObject({ status: 'cancelled', can_pause: false, can_resume: false })
  for (const [action, done] of [
    ['pause', 'paused'],
    ['resume', 'resumed'],
  ]) {
    expect(await post(`/api/downloads/a/${action}`)).toMatchObject({ status: 400, body: { error: `Download cannot be ${done}` } })
  }
})

test('what ended is history, with its time and speed', async () => {
  const { get, clock, finish } = await withDownloads()
  expect((await get('/api/downloads/history')).body).toEqual({ success: true, history: [], total_count: 0 })
  await clock.advance(4000)
  finish()
  await clock.advance(0)
  const { body } = await get('/api/downloads/history')
  expect(faultsOf(body.history[0] ?? {}, PAST)).toEqual([])
  expect(body.history).toMatchObject([
    { id: 'a', status: 'completed', completed_at: '2026-01-01T00:00:04.000Z', duration: 4, speed_avg: 250 },
  ])
  expect((await get('/api/downloads/a')).body.download).toMatchObject({ status: 'completed', progress: 100, speed: 0 })
})

test('what is no download is not found here, and is not touched', async () => {
  const { get, post } = await withDownloads()
  for (const id of ['other', 'nobody']) {
    expect(await get(`/api/downloads/${id}`)).toMatchObject({ status: 404, body: { error: 'Download not found' } })
    for (const action of ['pause', 'resume', 'cancel']) {
      expect(await post(`/api/downloads/${id}/${action}`)).toMatchObject({ status: 404, body: { error: 'Download not found' } })
    }
  }
  expect((await get('/api/recovery/operations/other')).body.operation.state).toBe('success')
})

test('a start needs an address and a place, and answers a download that is there already', async () => {
  const { post, file } = await withDownloads()
  expect((await post('/api/downloads', file)).status).toBe(200)
  expect((await post('/api/downloads', { ...file, url: 'https://example.com/b.bin' })).status).toBe(409)
  for (const [field, body] of [
    ['url', { dest_path: 'a' }],
    ['dest_path', { url: 'https://example.com/' }],
    ['sha256', { ...file, sha256: 'abc' }],
    ['headers', { ...file, headers: [] }],
  ] as const) {
    const answer = await post('/api/downloads', body)
    expect([field, answer.status, answer.body.error]).toEqual([field, 400, expect.stringContaining(field)])
  }
})
