import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeyedLimit, MAX_KEYS } from '../../../src/server/limits/keyed-limit.ts'
import { messageLimit } from '../../../src/server/limits/message-limit.ts'
import { TokenBucket } from '../../../src/server/limits/token-bucket.ts'
import { FakeClock } from '../../support/fake-clock.ts'

test('a burst passes at once, and after it the rate', () => {
  const bucket = new TokenBucket(10, 3, 0)
  expect([0, 0, 0, 0].map(() => bucket.take(0))).toEqual([0, 0, 0, 100])
  expect(bucket.take(99)).toBe(1)
  expect(bucket.take(100)).toBe(0)
  expect(bucket.take(100)).toBe(100)
})

test('in no span does more pass than the burst and what the rate allows, and who waits as told passes', () => {
  const rates = fc.record({ rate: fc.integer({ min: 1, max: 1000 }), burst: fc.integer({ min: 1, max: 5000 }) })
  const steps = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(rates, steps, ({ rate, burst }, waits) => {
      const bucket = new TokenBucket(rate, burst, 0)
      let [now, passed] = [0, 0]
      for (const wait of waits) {
        now += wait
        const waitMs = bucket.take(now)
        if (waitMs > 0) {
          now += waitMs
          expect(bucket.take(now)).toBe(0)
        }
        passed += 1
        expect(passed).toBeLessThanOrEqual(burst + (now / 1000) * rate + 1e-6)
      }
    }),
  )
})

test('each key has its own rate', () => {
  const limit = new KeyedLimit({ rate: 1, burst: 1 }, new FakeClock())
  expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 1000, 0])
})

test('a rate of 0 sets no limit', () => {
  const limit = new KeyedLimit({ rate: 0, burst: 0 }, new FakeClock())
  const may = messageLimit(0, new FakeClock())
  for (let i = 0; i < 1000; i++) expect([limit.take('a'), may()]).toEqual([0, true])
})

test('of a flood of keys those at rest are forgotten, and those that are held back are not', () => {
  const clock = new FakeClock()
  const limit = new KeyedLimit({ rate: 1, burst: 2 }, clock)
  for (let i = 0; i < 2000; i++) limit.take(`early ${i}`)
  clock.jump(2000)
  limit.take('greedy')
  limit.take('greedy')
  for (let i = 2001; i < MAX_KEYS + 1000; i++) limit.take(`late ${i}`)
  expect(limit.take('greedy')).toBe(1000)
})

test('when nobody rests, the oldest key begins anew', () => {
  const limit = new KeyedLimit({ rate: 1, burst: 1 }, new FakeClock())
  for (let i = 0; i <= MAX_KEYS; i++) limit.take(`key ${i}`)
  expect(limit.take(`key ${MAX_KEYS}`)).toBe(1000)
  expect(limit.take('key 0')).toBe(0)
})

test('a connection may say five seconds of its rate at once', () => {
  const clock = new FakeClock()
  const may = messageLimit(2, clock)
  const said = () => Array.from({ length: 12 }, () => may()).filter((passed) => passed).length
  expect(said()).toBe(10)
  clock.jump(1000)
  expect(said()).toBe(2)
})
