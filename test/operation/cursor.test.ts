import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from '../../src/operation/cursor.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'

const epoch = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => n.toString(16).padStart(8, '0'))

test('a cursor brings back the place it was made for', () => {
  const property = fc.property(epoch, fc.maxSafeNat(), (name, position) => {
    expect(decodeCursor(encodeCursor({ epoch: name, position }))).toEqual({ epoch: name, position })
  })
  fc.assert(property, { seed: 1 })
})

test('the last place that can be counted has a cursor', () => {
  const last = { epoch: '00000000', position: Number.MAX_SAFE_INTEGER }
  expect(decodeCursor(encodeCursor(last))).toEqual(last)
})

test.each([
  '',
  'evt_',
  'evt_0a1b2c3d',
  'evt_0a1b2c3d_',
  'evt_0A1B2C3D_1',
  'evt_0a1b2c3_1',
  'evt_0a1b2c3d_-1',
  'evt_0a1b2c3d_1 ',
  'op_0a1b2c3d_1',
  'evt_0a1b2c3d_zzzzzzzzzzz',
  'evt_0a1b2c3d_2gosa7pa2gw',
  '\u0000',
  'x'.repeat(10_000),
])('%j is no cursor', (text) => {
  expect(() => decodeCursor(text)).toThrow(InvalidInputError)
  expect(() => decodeCursor(text)).toThrow('This is no event cursor; use a `cursor` or `eventCursor` that the API answered')
})
