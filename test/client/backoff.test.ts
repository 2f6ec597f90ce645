import { expect, test } from 'vitest'
import { Backoff } from '../../src/client/backoff.ts'

const nearlyOne = () => 0.999999

test('the longest wait doubles up to 30 s, and begins anew after a success', () => {
  const backoff = new Backoff(nearlyOne)
  const waits = Array.from({ length: 8 }, () => Math.ceil(backoff.nextMs() / 100) * 100)
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  for (let tries = 0; tries < 2000; tries++) expect(backoff.nextMs()).toBeLessThan(30_000)
  backoff.reset()
  expect(backoff.nextMs()).toBe(499)
})

test('each wait is a random part of it, so that clients do not come back at once', () => {
  const parts = [0, 0.25, 0.5]
  const backoff = new Backoff(() => parts.shift() ?? 1)
  expect([backoff.nextMs(), backoff.nextMs(), backoff.nextMs()]).toEqual([0, 250, 1000])
})
