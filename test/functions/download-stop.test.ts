import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { DownloadSettings } from '../../src/functions/download.ts'
import { AttemptStoppedError, type StopCause } from '../../src/operation/errors.ts'
import { content, sha256 } from '../support/content.ts'
import type { Fault } from '../support/faulty-server.ts'
import { type Bench, checkpointEvery, FILE, KIB, setUpBench, waitsAfter } from './download-bench.ts'

const SENT = 200 * KIB
const goesSilent: Fault = { breakAfter: { bytes: SENT, by: 'silence' } }

/** Starts an attempt, stops it when `reached` resolves, and expects it to end by that alone: nothing else would end it. */
async function stopWhen(bench: Bench, input: unknown, reached: Promise<unknown>, settings: Partial<DownloadSettings> = {}) {
  const attempt = bench.attempt(input, settings)
  const ended = expect(attempt).rejects.toBeInstanceOf(AttemptStoppedError)
  await Promise.race([reached, attempt])
  bench.operation.stop()
  await ended
}

test('an attempt that was stopped before it began does nothing', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  const attempt = bench.attempt({ url, destination: 'file.bin' })
  bench.operation.stop()
  await expect(attempt).rejects.toBeInstanceOf(AttemptStoppedError)
  expect(bench.server.requests).toEqual([])
})

test('a stop ends the wait for the name service', async () => {
  const bench = await setUpBench()
  const asked = Promise.withResolvers<void>()
  const resolve = () => {
    asked.resolve()
    return new Promise<never>(() => undefined)
  }
  await stopWhen(bench, { url: 'http://slow.test/a', destination: 'a' }, asked.promise, { resolve })
})

test('a stop ends the wait for a connection', async () => {
  const bench = await setUpBench()
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => void silent.close())
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0
  // The handshake of TLS is a part of connecting, and this port never shakes hands.
  await stopWhen(bench, { url: `https://127.0.0.1:${port}/a`, destination: 'a' }, once(silent, 'connection'))
})

test('a stop ends the wait for an answer', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/a', { content: FILE, faults: [{ silent: true }] })
  await stopWhen(bench, { url, destination: 'a' }, bench.server.requested(1))
})

test.each<StopCause>(['paused', 'cancelled', 'timed out', 'handed over'])(
  'an attempt that is %s in the middle of the body ends at once and keeps what came',
  async (cause) => {
    const bench = await setUpBench()
    const url = bench.server.serve('/file.bin', { content: FILE, faults: [goesSilent] })
    const input = { url, destination: 'file.bin', sha256: sha256(FILE) }
    const reached = waitsAfter(bench, SENT)
    const attempt = bench.attempt(input)
    const ended = expect(attempt).rejects.toMatchObject({ stopCause: cause })
    await reached
    bench.operation.stop(cause)
    await ended
    expect(await bench.partialSize()).toBe(SENT)
    expect(await bench.attempt(input)).toMatchObject({ resumedFrom: SENT, bytes: FILE.length })
  },
)

test('a stopped attempt that may no longer write its state goes on from its last checkpoint', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, faults: [goesSilent] })
  const input = { url, destination: 'file.bin' }
  const reached = waitsAfter(bench, SENT).then(() => {
    bench.operation.onSet = () => {
      throw new Error('the token is no longer the one of this attempt')
    }
  })
  await stopWhen(bench, input, reached, checkpointEvery(64 * KIB))
  const { offset } = bench.operation.state as { offset: number }
  expect(offset).toBeGreaterThan(0)
  expect(offset).toBeLessThan(SENT)

  bench.operation.onSet = () => undefined
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: offset, sha256: sha256(FILE) })
})

test('a stop ends the reading of what an earlier attempt left, and loses none of it', async () => {
  const bench = await setUpBench()
  const large = content(8 * 1024 * KIB, 'large')
  const cut: Fault = { breakAfter: { bytes: 6 * 1024 * KIB, by: 'end' } }
  const url = bench.server.serve('/large', { content: large, faults: [cut] })
  const input = { url, destination: 'large' }
  await expect(bench.attempt(input)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  bench.clock.onTimer = () => undefined

  const verifying = Promise.withResolvers<void>()
  let reports = 0
  bench.operation.onProgress = () => {
    // Time passes, so that each piece that is read is reported.
    bench.clock.jump(1000)
    reports++
    bench.operation.stop()
    verifying.resolve()
  }
  await stopWhen(bench, input, verifying.promise)
  expect(reports).toBe(1)
  expect(bench.operation.progress.at(-1)?.stage).toBe('verifying')
  expect(bench.server.requests).toHaveLength(1)

  bench.operation.onProgress = () => undefined
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 6 * 1024 * KIB, sha256: sha256(large) })
})

test('a stop between the check and the rename leaves the name alone, and the next attempt only renames', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  const input = { url, destination: 'file.bin' }
  bench.operation.onSet = (when, value) => {
    if (when === 'after' && (value as { sha256: unknown }).sha256 !== null) bench.operation.stop()
  }
  await expect(bench.attempt(input)).rejects.toBeInstanceOf(AttemptStoppedError)
  expect(await bench.names()).not.toContain('file.bin')

  bench.operation.onSet = () => undefined
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: FILE.length })
  expect(bench.server.requests).toHaveLength(1)
})

test('a body that falls silent is given up, and what came is kept', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, faults: [goesSilent] })
  const reached = waitsAfter(bench, SENT)
  const attempt = bench.attempt({ url, destination: 'file.bin' })
  const ended = expect(attempt).rejects.toMatchObject({ code: 'STALLED', category: 'timeout', retryable: true })
  await reached
  await bench.clock.advance(30_000)
  await ended
  expect(await bench.attempt({ url, destination: 'file.bin' })).toMatchObject({ resumedFrom: SENT })
})
