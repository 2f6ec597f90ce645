import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Recovery } from '../../src/engine/recovery.ts'
import { registerDownload } from '../../src/functions/download.ts'
import { downloadSchema } from '../../src/functions/download-input.ts'
import { toJson } from '../../src/operation/json.ts'
import { content, sha256 } from '../support/content.ts'
import { WatchedClock } from '../support/watched-clock.ts'
import { checkpointEvery, FILE, KIB, OTHER_FILE, setUpBench } from './download-bench.ts'

test('a file is fetched, named, and described by a result of strict JSON', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })

  const result = await bench.attempt({ url, destination: 'file.bin', sha256: sha256(FILE) })

  expect(result).toEqual({ path: 'file.bin', bytes: FILE.length, sha256: sha256(FILE), resumedFrom: 0 })
  expect(toJson(result, 'result')).toEqual(result)
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
  expect(await bench.names()).toEqual(['file.bin'])
})

test('the sha256 to check may be written in capitals', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })

  const result = await bench.attempt({ url, destination: 'file.bin', sha256: sha256(FILE).toUpperCase() })

  expect(result.sha256).toBe(sha256(FILE))
})

test('missing folders of the destination are made', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })

  const result = await bench.attempt({ url, destination: 'models/large/file.bin' })

  expect(result.path).toBe('models/large/file.bin')
  expect(await bench.names()).toEqual(['models', 'models/large', 'models/large/file.bin'])
})

test('names in any script work, in the url and on disk', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve(encodeURI('/модель/模型 ü🎉.bin'), { content: FILE })

  await bench.attempt({ url, destination: 'модель/模型 ü🎉.bin' })

  expect(sha256(await bench.read('модель/模型 ü🎉.bin'))).toBe(sha256(FILE))
})

test('an empty file is a file', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/empty', { content: Buffer.alloc(0) })

  expect(await bench.attempt({ url, destination: 'empty' })).toMatchObject({ bytes: 0, sha256: sha256(Buffer.alloc(0)) })
  expect(sha256(await bench.read('empty'))).toBe(sha256(Buffer.alloc(0)))
})

test('a body without a length is complete when its chunks say so', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, faults: [{ chunked: true }] })

  expect(await bench.attempt({ url, destination: 'file.bin' })).toMatchObject({ bytes: FILE.length, sha256: sha256(FILE) })
})

test('a file that had the name is replaced only by the finished one', async () => {
  const bench = await setUpBench()
  const faults = [{ breakAfter: { bytes: 100 * KIB, by: 'end' as const } }]
  const url = bench.server.serve('/file.bin', { content: FILE, faults })
  await mkdir(bench.folder)
  await writeFile(join(bench.folder, 'file.bin'), OTHER_FILE)

  await expect(bench.attempt({ url, destination: 'file.bin' })).rejects.toThrow()
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(OTHER_FILE))

  await bench.attempt({ url, destination: 'file.bin' })
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
})

test('a file that is already there with the sha256 asked for is not fetched again', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  await mkdir(bench.folder)
  await writeFile(join(bench.folder, 'file.bin'), FILE)

  const result = await bench.attempt({ url, destination: 'file.bin', sha256: sha256(FILE) })

  expect(result).toEqual({ path: 'file.bin', bytes: FILE.length, sha256: sha256(FILE), resumedFrom: FILE.length })
  expect(bench.server.requests).toEqual([])
})

test('the bytes are asked for as they are, with the headers of the user', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })

  await bench.attempt({ url, destination: 'file.bin', headers: { Authorization: 'Bearer abc', 'User-Agent': 'mine' } })

  expect(bench.server.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer abc',
    'user-agent': 'mine',
    'accept-encoding': 'identity',
  })
  expect(bench.server.requests[0]?.headers).not.toHaveProperty('range')
})

test('progress tells the bytes, and a checkpoint is made once a second', async () => {
  const bench = await setUpBench()
  const large = content(2000 * KIB, 'large')
  const url = bench.server.serve('/large', { content: large })
  // Time passes only while the download waits for bytes.
  bench.clock.onTimer = () => bench.clock.jump(50)

  await bench.attempt({ url, destination: 'large' })

  const stages = new Set(bench.operation.progress.map((progress) => progress.stage))
  expect([...stages]).toEqual(['connecting', 'downloading', 'finishing'])
  const last = bench.operation.progress.at(-1)
  expect(last).toMatchObject({ current: large.length, total: large.length, fraction: 1, unit: 'bytes' })
  const offsets = bench.operation.states.map((state) => (state as { offset: number }).offset)
  expect(offsets.length).toBeGreaterThan(2)
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  expect(offsets.at(-1)).toBe(large.length)
})

test('a checkpoint is made after so many bytes, too', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })

  await bench.attempt({ url, destination: 'file.bin' }, checkpointEvery(100 * KIB))

  const offsets = bench.operation.states.map((state) => (state as { offset: number }).offset)
  // The network cuts the body as it likes, in pieces of at most 64 KiB.
  const gaps = offsets.map((offset, index) => offset - (offsets[index - 1] ?? 0))
  expect(Math.max(...gaps)).toBeLessThanOrEqual(164 * KIB)
  expect(offsets.length).toBeGreaterThanOrEqual(4)
})

test('it is registered as "download" and says what it does', () => {
  const calls: unknown[][] = []
  const recovery = { define: (...given: unknown[]) => void calls.push(given) } as unknown as Pick<Recovery, 'define'>

  registerDownload(recovery, { directory: 'unused', allowPrivate: false, clock: new WatchedClock() }, { maxRetries: 9 })

  const circuitBreaker = { scope: expect.any(Function) }
  const options = { description: expect.stringMatching(/SHA-256/), input: downloadSchema, circuitBreaker, maxRetries: 9 }
  expect(calls).toEqual([['download', expect.any(Function), options]])
})
