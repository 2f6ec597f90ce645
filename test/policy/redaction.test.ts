import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import type { Json } from '../../src/operation/json.ts'
import { redactJson, redactText } from '../../src/policy/redact.ts'
import { holdsRedacted, Redaction } from '../../src/policy/redaction.ts'
import { SecretNames } from '../../src/policy/secret-names.ts'

describe('further names of secrets', () => {
  const redaction = new Redaction({ names: ['iban', 'X-Internal-*', '*pin*', 'straße'] })

  test.each([
    [{ iban: 'DE02' }, { iban: '[redacted]' }],
    [
      { IBAN: 12, card_pin: 1234 },
      { IBAN: '[redacted]', card_pin: '[redacted]' },
    ],
    [{ 'x-internal-trace': { deep: 1 } }, { 'x-internal-trace': '[redacted]' }],
    [JSON.parse('{"Straße":"x"}'), JSON.parse('{"Straße":"[redacted]"}')],
    [
      { internal: 'x', ibans: 'y' },
      { internal: 'x', ibans: 'y' },
    ],
    [
      { text: 'send iban=DE02 now', password: 'x' },
      { text: 'send iban=[redacted] now', password: '[redacted]' },
    ],
    [{ url: 'https://x.test/?my-pin-2=1&a=2' }, { url: 'https://x.test/?my-pin-2=[redacted]&a=2' }],
  ])('hide their values: %j', (given, shown) => {
    expect(redaction.json(given)).toEqual(shown)
  })

  test('are looked for in stored texts, of which the well-known secrets are gone', () => {
    expect(redaction.storedText('refused iban=DE02')).toBe('refused iban=[redacted]')
    expect(redaction.storedText(null)).toBe(null)
    expect(new Redaction().storedText('refused iban=DE02')).toBe('refused iban=DE02')
  })
})

describe('names that are excepted', () => {
  const redaction = new Redaction({ names: ['iban'], except: ['next_token', '*signature', 'iban', 'sid', 'key'] })

  test('show their values, whatever else they look like', () => {
    const given = { next_token: 'a1b2c3d4', 'X-Signature': 'abc', iban: 'DE02', sid: 'x', url: 'https://x.test/?key=1' }

    expect(redaction.json(given)).toBe(given)
    expect(redaction.json({ token: 'x', session: 'y' })).toEqual({ token: '[redacted]', session: '[redacted]' })
  })
})

test.each([
  [{ names: ['*'] }, 'redact.names'],
  [{ names: ['--'] }, 'redact.names'],
  [{ except: ['a'.repeat(65)] }, 'redact.except'],
  [{ names: 'iban' as never }, 'redact.names'],
  [{ name: ['iban'] } as never, 'redact.name'],
])('%j is refused, as it would hide all or nothing', (choice, field) => {
  expect(() => new Redaction(choice)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})

describe('a value with [redacted] in it', () => {
  test.each<[Json]>([['[redacted]'], [{ a: [1, { b: 'Bearer [redacted]' }] }], [['https://[redacted]@x.test']]])(
    'is found: %j',
    (value) => {
      expect(holdsRedacted(value)).toBe(true)
      expect(() => new Redaction().unredacted(value, 'input')).toThrow(InvalidInputError)
    },
  )

  test.each<[Json]>([[null], [12], ['redacted'], [{ a: [true, 'x'] }]])('is not found in %j', (value) => {
    expect(holdsRedacted(value)).toBe(false)
    expect(new Redaction().unredacted(value, 'input')).toBe(value)
  })

  test('is found however deep it lies', () => {
    let value: Json = '[redacted]'
    for (let i = 0; i < 200_000; i++) value = [value]

    expect(holdsRedacted(value)).toBe(true)
  })
})

describe('what is redacted', () => {
  test('shares what holds no secret with what was given, and leaves that as it was', () => {
    const given = { plain: { a: [1, 'x'] }, list: [{ b: 1 }, { password: 'x' }], __proto__x: 1 }
    const shown = redactJson(given)

    expect(shown).toEqual({ plain: { a: [1, 'x'] }, list: [{ b: 1 }, { password: '[redacted]' }], __proto__x: 1 })
    expect(shown.plain).toBe(given.plain)
    expect(shown.list[0]).toBe(given.list[0])
    expect(given.list[1]).toEqual({ password: 'x' })
    expect(redactJson(given.plain)).toBe(given.plain)
  })

  test('keeps a key that is called like the prototype', () => {
    const given = JSON.parse('{"__proto__":{"password":"x"},"token":"y"}') as Json

    expect(JSON.stringify(redactJson(given))).toBe('{"__proto__":{"password":"[redacted]"},"token":"[redacted]"}')
  })

  test('goes no deeper than anything that is stored', () => {
    let value: Json = { password: 'x' }
    for (let i = 0; i < 100_000; i++) value = { a: value }
    const shown = redactJson(value)

    let depth = 0
    let part: Json = shown
    for (; typeof part === 'object'; depth++) part = (part as { a: Json }).a
    expect([part, depth]).toEqual(['[too deep]', 256])
  })

  test('says the same of short texts as of long ones', () => {
    const filling = ` ${'.'.repeat(20)}`
    const unit = fc.constantFrom(...'pw:=-% aeyJkok/@"Bs1')

    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
        expect(redactText(`${text}\n${filling}`)).toBe(`${redactText(text)}\n${filling}`)
      }),
      { numRuns: 2000 },
    )
  })
})

test.each<[string, Json]>([
  ['many keys', Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`key${i}`, 'value']))],
  ['many short texts', Array.from({ length: 150_000 }, () => 'abcd')],
  ['one long key', { ['k'.repeat(1_000_000)]: 'x' }],
  ['names without end', 'token='.repeat(170_000)],
  ['quotes without end', '"password":"'.repeat(80_000)],
  ['addresses without end', 'a://b:c'.repeat(140_000)],
  ['stars against a long name', { ['a'.repeat(64)]: 'x', list: Array.from({ length: 15_000 }, () => ({ ['a'.repeat(60)]: 1 })) }],
])('a megabyte of %s is looked through to its end', (_what, value) => {
  const redaction = new Redaction({ names: ['*a*b', '*x*y'] })
  const size = JSON.stringify(value).length

  // A pattern that read any part of it again and again would not come to an end within this test's time.
  expect(JSON.stringify(redaction.json(value)).length).toBeLessThan(2 * size + 2000)
})

test('names are told by their letters and digits alone', () => {
  const names = new SecretNames({ names: ['Pet-Name'] })

  expect([names.secrecyOf('PETNAME'), names.secrecyOf('pet_name'), names.secrecyOf('petname2')]).toEqual([
    'strong',
    'strong',
    'none',
  ])
  expect([names.hides('pet.name', ''), names.hides('pet.name', false), names.hides('pet.name', 0)]).toEqual([false, false, true])
  expect([names.hides('sid', 'x'), names.hides('sid', 1), names.hides('s'.repeat(70), 'x')]).toEqual([true, false, false])
})
