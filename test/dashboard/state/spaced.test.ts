import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { spaced } from '../../../src/dashboard/state/spaced.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const GAP_MS = 1000
const passed = () => vi.advanceTimersByTimeAsync(GAP_MS)

test('many calls make one run, a while after the first', async () => {
  const run = vi.fn(async () => undefined)
  const call = spaced(run, { gapMs: () => GAP_MS })
  for (let n = 0; n < 5; n++) call()
  expect(run).not.toHaveBeenCalled()
  await passed()
  await passed()
  expect(run).toHaveBeenCalledTimes(1)
  call()
  await passed()
  expect(run).toHaveBeenCalledTimes(2)
})

test('what is asked for while it runs is run afterwards, never beside it', async () => {
  const ends: (() => void)[] = []
  const run = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
  const call = spaced(run, { gapMs: () => GAP_MS })
  call()
  await passed()
  call()
  call()
  await passed()
  expect(run).toHaveBeenCalledTimes(1)
  ends[0]?.()
  await passed()
  expect(run).toHaveBeenCalledTimes(2)
  ends[1]?.()
  await passed()
  expect(run).toHaveBeenCalledTimes(2)
})

test('one that starts at once runs at the first call, and what follows within the gap once at its end', async () => {
  const run = vi.fn(async () => undefined)
  const call = spaced(run, { gapMs: () => GAP_MS, startsAtOnce: true })
  call()
  expect(run).toHaveBeenCalledTimes(1)
  for (let n = 0; n < 5; n++) call()
  await vi.advanceTimersByTimeAsync(GAP_MS - 1)
  expect(run).toHaveBeenCalledTimes(1)
  await passed()
  expect(run).toHaveBeenCalledTimes(2)
  await passed()
  call()
  expect(run).toHaveBeenCalledTimes(3)
})
