import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { checkOperationId, encodeId } from '../../src/operation/ids.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const MAX_31 = 2 ** 31 - 1
const parts = fc.tuple(
  fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  fc.integer({ min: 0, max: 4095 }),
  fc.integer({ min: 0, max: MAX_31 }),
  fc.integer({ min: 0, max: MAX_31 }),
)

/** The 128 bits of an id as a number, read by a decoder that shares nothing with the encoder. */
function bitsOf(id: string): bigint {
  return [...id.slice(id.indexOf('_') + 1)].reduce((bits, letter) => bits * 32n + BigInt(ALPHABET.indexOf(letter)), 0n)
}

test('an id is its prefix and 26 characters of base32 that hold the bits of a UUIDv7', () => {
  const property = fc.property(parts, ([ms, counter, high, low]) => {
    const id = encodeId('op', ms, counter, high, low)
    expect(id).toMatch(/^op_[0-9a-hjkmnp-tv-z]{26}$/)
    const bits = bitsOf(id)
    expect(bits >> 128n).toBe(0n)
    expect(bits >> 80n).toBe(BigInt(ms))
    expect((bits >> 76n) & 15n).toBe(7n)
    expect((bits >> 64n) & 4095n).toBe(BigInt(counter))
    expect((bits >> 62n) & 3n).toBe(2n)
    expect(bits & (2n ** 62n - 1n)).toBe(BigInt(high) * 2n ** 31n + BigInt(low))
  })
  fc.assert(property, { seed: 1, numRuns: 1000 })
})

test('ids sort as text by their time, and within a millisecond by their counter', () => {
  const property = fc.property(parts, parts, (a, b) => {
    const [first, second] = [encodeId('op', ...a), encodeId('op', ...b)]
    const order = a.findIndex((value, i) => value !== b[i])
    if (order === -1) expect(first).toBe(second)
    else expect(first < second).toBe((a[order] as number) < (b[order] as number))
  })
  fc.assert(property, { seed: 1, numRuns: 1000 })
})

test('each kind of thing has a prefix of its own', () => {
  expect(encodeId('att', 0, 0, 0, 0)).toBe('att_0000000000e008000000000000')
})

test.each(['op_1', 'invoice 2026/07', 'ä-日本', 'attachment', 'x'.repeat(255)])('"%s" is an operation id', (id) => {
  expect(checkOperationId(id)).toBe(id)
})

test.each([
  ['empty', '', '1 to 255 characters'],
  ['longer than 255 characters', 'x'.repeat(256), 'this one has 256'],
  ['of another kind by its prefix', 'att_1', '"att_1" is reserved'],
  ['a lease by its prefix', 'lease_1', 'is reserved'],
  ['with a control character', 'a\nb', 'no control characters'],
  ['with a NUL', 'a\u0000', 'no control characters'],
  ['with half a surrogate pair', 'a\ud800', 'well-formed'],
])('an operation id that is %s is refused', (_name, id, message) => {
  expect(() => checkOperationId(id)).toThrow(InvalidInputError)
  expect(() => checkOperationId(id)).toThrow(message)
})
