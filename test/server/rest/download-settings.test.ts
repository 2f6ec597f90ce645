import { expect, test } from 'vitest'
import { startServerProcess } from '../../support/server-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { ask } from './rest-server.ts'

const DEFAULTS = {
  max_concurrent_downloads: 3,
  max_retries: 5,
  chunk_size: 1_048_576,
  timeout: 30,
  bandwidth_limit: 0,
  auto_resume: true,
  verify_checksums: true,
}

const start = async (cwd: string) => {
  const server = startServerProcess(cwd)
  const settings = `${await server.started()}/api/downloads/settings`
  const post = (body: object) =>
    ask(settings, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { server, read: () => ask(settings), post }
}

test('the settings of downloads are the documented ones, are changed in their units, and survive a restart', async () => {
  const cwd = await tempFolder()
  const { server, read, post } = await start(cwd)
  expect(await read()).toMatchObject({ status: 200, body: { success: true, settings: DEFAULTS } })
  const changes = { max_concurrent_downloads: 7, max_retries: 2, chunk_size: 8192, timeout: 12.5, bandwidth_limit: 1_000_000 }
  const changed = await post({ ...DEFAULTS, ...changes })
  expect([changed.status, changed.body]).toEqual([
    200,
    { success: true, message: 'Settings updated', settings: { ...DEFAULTS, ...changes } },
  ])
  server.child.kill('SIGTERM')
  await server.exited
  const again = await start(cwd)
  expect((await again.read()).body).toEqual({ success: true, settings: { ...DEFAULTS, ...changes } })
  expect((await again.post({})).body.settings).toEqual({ ...DEFAULTS, ...changes })
})

test('settings out of their range, and those that are always the same, are refused by their names', async () => {
  const { read, post } = await start(await tempFolder())
  for (const [field, value] of [
    ['max_concurrent_downloads', 0],
    ['max_retries', -1],
    ['timeout', 0.5],
    ['timeout', '30'],
    ['bandwidth_limit', 0.5],
    ['chunk_size', 8191],
    ['chunk_size', 67_108_865],
    ['chunk_size', 10_000.5],
    ['auto_resume', false],
    ['verify_checksums', 'yes'],
  ] as const) {
    const { status, body } = await post({ [field]: value })
    expect([field, status, body.error]).toEqual([field, 400, expect.stringContaining(field)])
  }
  expect((await read()).body.settings).toEqual(DEFAULTS)
})
