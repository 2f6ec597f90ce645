import { expect, test } from 'vitest'
import type { DownloadSettings } from '../../src/functions/download.ts'
import { Throttle } from '../../src/functions/throttle.ts'
import { AttemptStoppedError } from '../../src/operation/errors.ts'
import { sha256 } from '../support/content.ts'
import { type Bench, checkpointEvery, FILE, KIB, setUpBench, waitsAfter } from './download-bench.ts'
import { recordWrites } from './spoiled-writes.ts'

const never = checkpointEvery(Number.POSITIVE_INFINITY)

test('a download writes a chunk at a time, and at its end what is left', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  const writes = await recordWrites()
  const result = await bench.attempt({ url, destination: 'file.bin' }, { ...never, chunkBytes: () => 100 * KIB })
  expect(writes).toEqual([100 * KIB, 100 * KIB, 100 * KIB, 17])
  expect(result).toMatchObject({ bytes: FILE.length, sha256: sha256(FILE) })
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
})

test('what was gathered when a connection broke is written, and gone on with', async () => {
  const bench = await setUpBench()
  const faults = [{ breakAfter: { bytes: 200 * KIB, by: 'end' } } as const]
  const input = { url: bench.server.serve('/file.bin', { content: FILE, faults }), destination: 'file.bin' }
  await expect(bench.attempt(input)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(await bench.partialSize()).toBe(200 * KIB)
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 200 * KIB, sha256: sha256(FILE) })
})

const LONG_MS = 1_000_000

/** Lets an attempt wait until a checkpoint is due by the time alone, and answers what is stored then: a kill leaves that. */
async function storedWhileWaiting(bench: Bench, waits: Promise<void>, input: unknown, settings: Partial<DownloadSettings>) {
  const { promise: stored, resolve } = Promise.withResolvers<unknown>()
  bench.operation.onSet = (when, value) => {
    if (when === 'after' && (value as { offset: number }).offset > 0) resolve(value)
  }
  const checkpoint = { bytes: Number.POSITIVE_INFINITY, ms: LONG_MS }
  const attempt = bench.attempt(input, { checkpoint, idleTimeoutMs: 10 * LONG_MS, ...settings })
  const ended = expect(attempt).rejects.toBeInstanceOf(AttemptStoppedError)
  await Promise.race([waits, attempt])
  expect(await bench.names()).toEqual([])
  await bench.clock.advance(LONG_MS)
  const state = await stored
  bench.operation.stop()
  await ended
  return state
}

test('what a source sent before it fell silent is made durable without waiting for more', async () => {
  const bench = await setUpBench()
  const faults = [{ breakAfter: { bytes: 200 * KIB, by: 'silence' } } as const]
  const input = { url: bench.server.serve('/file.bin', { content: FILE, faults }), destination: 'file.bin' }
  const state = await storedWhileWaiting(bench, waitsAfter(bench, 200 * KIB), input, {})
  expect(state).toMatchObject({ offset: 200 * KIB })
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 200 * KIB, sha256: sha256(FILE) })
})

test('what came is made durable while it waits for its share of a low bandwidth', async () => {
  const bench = await setUpBench()
  const input = { url: bench.server.serve('/file.bin', { content: FILE }), destination: 'file.bin' }
  const throttle = new Throttle(bench.clock)
  throttle.limitTo(0.001)
  const { promise: waits, resolve } = Promise.withResolvers<void>()
  bench.clock.onTimer = (delayMs) => {
    if (delayMs > 2 * LONG_MS && delayMs !== 10 * LONG_MS) resolve()
  }
  const { offset } = (await storedWhileWaiting(bench, waits, input, { throttle })) as { offset: number }
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: offset, sha256: sha256(FILE) })
})
