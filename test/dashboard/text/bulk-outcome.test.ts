import { expect, test } from 'vitest'
import { outcomeText } from '../../../src/dashboard/text/bulk-outcome.ts'

test('the outcome tells what was changed and what was not', () => {
  expect(outcomeText('paused', { changed: 1, skippedCount: 0 })).toBe('1 operation paused')
  expect(outcomeText('deleted', { changed: 1200, skippedCount: 3 })).toBe('1,200 operations deleted, 3 left as they were')
  expect(outcomeText('paused', { changed: 1, skippedCount: 1 })).toBe('1 operation paused, 1 left as it was')
})
