import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldMessage, steadyPart } from '../../src/policy/fold-message.ts'

test.each([
  ['numbers', 'Order 4711 failed after 3 tries', 'Order 815 failed after 12 tries', 'Order … failed after … tries'],
  ['fractions and times', 'took 1.5 s at 12:30:01', 'took 20 s at 7:00:59', 'took … s at …'],
  ['instants', 'since 2026-01-31T12:00:00.000Z', 'since 2025-12-01T01:02:03Z', 'since …'],
  ['uuids', 'no 3f2b6c1e-8d4a-4f7b-9c0d-1e2f3a4b5c6d here', 'no 00000000-0000-4000-8000-000000000000 here', 'no … here'],
  ['hex ids', 'block 0xdeadbeef1 is bad', 'block 0x00ff is bad', 'block … is bad'],
  ['our own ids', 'op_01k5x8f is gone', 'op_99zzzz1 is gone', '… is gone'],
  ['quoted texts', 'Model "a b" has no \'x\'', 'Model "c" has no \'yy\'', 'Model … has no …'],
  ['texts in backticks', 'unknown field `a`', 'unknown field `b c`', 'unknown field …'],
  ['what was redacted', 'token=[redacted] refused', 'token=[redacted] refused', 'token=… refused'],
  [
    'paths of addresses',
    'GET https://api.test/a/1?q=2 failed',
    'GET https://api.test:8080/b failed',
    'GET https://api.test… failed',
  ],
  ['white space', 'a\n   b', 'a b', 'a b'],
])('%s do not tell two reasons apart', (_what, one, other, folded) => {
  expect([foldMessage(one), foldMessage(other)]).toEqual([folded, folded])
})

test.each([
  ['hosts of addresses', 'GET https://a.test/x failed', 'GET https://b.test/x failed'],
  ['words', 'The disk is full', 'The quota is full'],
  ['words around an apostrophe', "The user doesn't exist and can't", "The user doesn't matter and can't"],
])('%s do', (_what, one, other) => {
  expect(foldMessage(one)).not.toBe(foldMessage(other))
})

test('only the beginning of a long message is looked at', () => {
  expect(foldMessage(`${'a'.repeat(1000)} b`)).toBe(foldMessage(`${'a'.repeat(1000)} c`))
})

test.each([
  ['connect ECONNREFUSED 10.0.0.1:5432', 'connect ECONNREFUSED'],
  ["ENOENT: no such file or directory, open '/tmp/x1'", 'ENOENT: no such file or directory, open'],
  ['GET https://api.test/a/1 was refused by the server', 'was refused by the server'],
  ['GET https://api.example.test/a/1', 'GET https://api.example.test'],
  ['first line\nthe second and longer line', 'the second and longer line'],
  ['1 + 2', null],
  ['', null],
])('to search for those that say the same as %j one takes %j', (message, steady) => {
  expect(steadyPart(message)).toBe(steady)
})

test('no character is cut in two', () => {
  expect(steadyPart(`${'a'.repeat(99)}😀`)).toBe('a'.repeat(99))
  expect(foldMessage(`${'a'.repeat(999)}😀`)).toBe('a'.repeat(999))
})

test('the steady part of any message is found in it, and is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (message) => {
      const steady = steadyPart(message)
      expect(steady === null || (message.includes(steady) && steady.length <= 100)).toBe(true)
    }),
  )
})
