import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dismiss, tell, tellError, toasts } from '../../../src/dashboard/state/toasts.ts'

const texts = () => toasts.value.map(({ text }) => text)

beforeEach(() => {
  toasts.value = []
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

test('what was done goes away by itself, what was not done stays until it is dismissed', () => {
  tell('Operation paused')
  tellError('Could not pause the operation', new Error('It is over'))
  expect(texts()).toEqual(['Operation paused', 'Could not pause the operation: It is over'])
  vi.advanceTimersByTime(6000)
  expect(texts()).toEqual(['Could not pause the operation: It is over'])
  dismiss(toasts.value[0]?.id ?? -1)
  expect(texts()).toEqual([])
})

test('the same text is told once, as long as the last time says', () => {
  tell('Copied curl')
  vi.advanceTimersByTime(5000)
  tell('Copied curl')
  vi.advanceTimersByTime(5000)
  expect(texts()).toEqual(['Copied curl'])
  vi.advanceTimersByTime(1000)
  expect(texts()).toEqual([])
})

test('there are never more than four; the oldest make room', () => {
  for (const n of [1, 2, 3, 4, 5, 6]) tellError(`Fault ${n}`, 'no')
  expect(texts()).toEqual(['Fault 3: no', 'Fault 4: no', 'Fault 5: no', 'Fault 6: no'])
})
