import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataDamagedError } from '../../../src/operation/errors.ts'
import { Vault } from '../../../src/store/encryption/vault.ts'
import { testKey } from '../stores.ts'

const vault = new Vault([testKey('a', 1)])

/** The sealed text with one bit of its bytes turned. */
function tampered(sealed: string, at: number): string {
  const [version, id, text = ''] = sealed.split(':')
  const bytes = Buffer.from(text, 'base64url')
  const place = at % bytes.length
  bytes[place] = (bytes[place] as number) ^ 1
  return `${version}:${id}:${bytes.toString('base64url')}`
}

describe('a vault', () => {
  test('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (text, row) => {
        const well = text.toWellFormed()
        expect(vault.open(vault.seal(well, 'operations.input', row), 'operations.input', row)).toBe(well)
      }),
    )
  })

  test('writes the version, the id of the key, and text that tells nothing', () => {
    const sealed = vault.seal('{"password":"hunter2"}', 'operations.input', 'op')

    expect(sealed).toMatch(/^enc1:a:[\w-]+$/)
    expect(Buffer.from(sealed.split(':')[2] ?? '', 'base64url')).toHaveLength(12 + 22 + 16)
    expect(Buffer.from(sealed.split(':')[2] ?? '', 'base64url').toString('latin1')).not.toContain('hunter2')
  })

  test('never seals with the same nonce twice', () => {
    const nonces = Array.from({ length: 2000 }, () => vault.seal('same', 'operations.input', 'op').slice(7, 7 + 16))

    expect(new Set(nonces).size).toBe(2000)
  })

  test('does not open what was put in another row or column', () => {
    const sealed = vault.seal('true', 'operations.input', 'op_1')

    expect(() => vault.open(sealed, 'operations.input', 'op_2')).toThrow(DataDamagedError)
    expect(() => vault.open(sealed, 'operations.result', 'op_1')).toThrow(DataDamagedError)
  })

  test('does not open what was changed anywhere, or cut', () => {
    const sealed = vault.seal('a text', 'operations.input', 'op')
    for (let at = 0; at < 12 + 6 + 16; at++) {
      expect(() => vault.open(tampered(sealed, at), 'operations.input', 'op')).toThrow(DataDamagedError)
    }
    for (let length = 0; length < sealed.length; length++) {
      const cut = `enc1:a:${sealed.slice(7, 7 + length)}`
      if (cut !== sealed) expect(() => vault.open(cut, 'operations.input', 'op')).toThrow(DataDamagedError)
    }
    expect(() => vault.open('enc1:', 'operations.input', 'op')).toThrow(DataDamagedError)
  })
})

describe('the keys of a vault', () => {
  test('that are missing are told by name, with the operation and the part', () => {
    const sealed = new Vault([testKey('old', 2)]).seal('a text', 'operations.input', 'op')

    expect(() => vault.open(sealed, 'operations.input', 'op')).toThrow(
      'What is stored as operations.input of "op" cannot be read: it is encrypted with the key "old", which was not given',
    )
  })

  test('are used so: the first one seals, each one opens', () => {
    const old = new Vault([testKey('old', 2)]).seal('a text', 'operations.input', 'op')
    const both = new Vault([testKey('new', 1), testKey('old', 2)])

    expect(both.open(old, 'operations.input', 'op')).toBe('a text')
    expect(both.seal('a text', 'operations.input', 'op')).toMatch(/^enc1:new:/)
    expect([both.keyId, both.has('old'), both.has('other')]).toEqual(['new', true, false])
  })

  test('are not taken for one another when they have the same id', () => {
    const other = new Vault([testKey('a', 9)]).seal('a text', 'operations.input', 'op')

    expect(() => vault.open(other, 'operations.input', 'op')).toThrow('it was changed or moved')
  })
})
