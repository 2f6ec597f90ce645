import { expect, test } from 'vitest'
import { MAX_DURATION_MS, parseDuration } from '../../src/operation/duration.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'

test.each([
  [0, 0],
  [1500, 1500],
  [0.5, 0.5],
  [MAX_DURATION_MS, MAX_DURATION_MS],
  ['250ms', 250],
  ['30s', 30_000],
  ['1.5s', 1500],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
  [' 3 s ', 3000],
  ['3650d', MAX_DURATION_MS],
])('%j lasts %d ms', (value, ms) => {
  expect(parseDuration(value, 'timeout')).toBe(ms)
})

test.each([
  [-1, '-1'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [MAX_DURATION_MS + 1, String(MAX_DURATION_MS + 1)],
  ['3651d', '"3651d"'],
  ['30', '"30"'],
  ['', '""'],
  ['-5s', '"-5s"'],
  ['5 parsecs', '"5 parsecs"'],
  ['1e3s', '"1e3s"'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, '[object Object]'],
  [10n, '10'],
])('%s is no duration: the message names the option and shows the value', (value, shown) => {
  const parse = () => parseDuration(value as string, 'timeout')
  expect(parse).toThrow(InvalidInputError)
  expect(parse).toThrow(`timeout is ${shown}; use milliseconds from 0 to ${MAX_DURATION_MS} or text such as "30s"`)
})
