import { expect, test } from 'vitest'
import { Throttle } from '../../src/functions/throttle.ts'
import { content, sha256 } from '../support/content.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { setUpBench } from './download-bench.ts'

const { signal } = new AbortController()

/** Takes chunks without end, and counts what it got. */
function consumer(throttle: Throttle, chunk: number) {
  const counted = { bytes: 0 }
  const stop = new AbortController()
  const run = async () => {
    for (;;) {
      await throttle.take(chunk, stop.signal)
      counted.bytes += chunk
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  run().catch(() => undefined)
  return { counted, stop: () => stop.abort(new Error('enough')) }
}

test('without a limit nobody waits', async () => {
  const clock = new FakeClock()
  await new Throttle(clock).take(1e9, signal)
  expect(clock.timers).toBe(0)
})

test('all who share it stay below the rate together, each with a like share', async () => {
  const clock = new FakeClock()
  const throttle = new Throttle(clock)
  throttle.limitTo(100_000)
  const consumers = [consumer(throttle, 1000), consumer(throttle, 1000), consumer(throttle, 1000)]
  await clock.advance(10_000)
  const shares = consumers.map(({ counted }) => counted.bytes)
  const sum = shares.reduce((total, share) => total + share, 0)
  expect(sum).toBeGreaterThan(950_000)
  // The bucket may be full at the beginning.
  expect(sum).toBeLessThanOrEqual(1_030_000)
  for (const share of shares) expect(Math.abs(share - sum / 3)).toBeLessThan(5000)
  for (const one of consumers) one.stop()
})

test('a new limit holds for those who wait', async () => {
  const clock = new FakeClock()
  const throttle = new Throttle(clock)
  throttle.limitTo(1)
  await throttle.take(1_000_000, signal)
  const slow = throttle.take(10, signal)
  await clock.advance(1000)
  throttle.limitTo(1_000_000)
  await clock.advance(1000)
  await slow
})

test('a limit that is lifted lets all go on at once', async () => {
  const clock = new FakeClock()
  const throttle = new Throttle(clock)
  throttle.limitTo(1)
  await throttle.take(1_000_000, signal)
  const waiting = [throttle.take(10, signal), throttle.take(10, signal)]
  throttle.limitTo(0)
  await Promise.all(waiting)
  expect(clock.timers).toBe(0)
})

test('a stop ends the wait at once, and nobody behind it waits for it', async () => {
  const clock = new FakeClock()
  const throttle = new Throttle(clock)
  throttle.limitTo(1000)
  await throttle.take(2000, signal)
  const stopped = new AbortController()
  const waiting = throttle.take(1_000_000, stopped.signal)
  const behind = throttle.take(1, signal)
  stopped.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  await clock.advance(2000)
  await behind
  await expect(throttle.take(1, stopped.signal)).rejects.toThrow('stopped')
})

test('a download pays for each chunk, and a change of the limit reaches it on the way', async () => {
  const file = content(1_000_000, 'throttled')
  const bench = await setUpBench()
  const throttle = new Throttle(bench.clock)
  throttle.limitTo(1000)
  const url = bench.server.serve('/file.bin', { content: file })
  const waited = Promise.withResolvers<void>()
  bench.clock.onTimer = (delayMs) => {
    // A chunk of 64 KiB is the debt of a minute.
    if (delayMs > 35_000) waited.resolve()
  }
  const attempt = bench.attempt({ url, destination: 'file.bin' }, { throttle })
  await waited.promise
  expect(await bench.names()).not.toContain('file.bin')
  throttle.limitTo(0)
  expect(await attempt).toMatchObject({ sha256: sha256(file) })
})
