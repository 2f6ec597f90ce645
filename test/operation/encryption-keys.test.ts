import { describe, expect, test } from 'vitest'
import { checkEncryptionKeys, parseEncryptionKeys } from '../../src/operation/encryption-keys.ts'
import { InvalidInputError } from '../../src/operation/errors.ts'

const bytes = (byte: number) => new Uint8Array(32).fill(byte)
const text = (byte: number) => Buffer.from(bytes(byte)).toString('base64')

/** The message of the refusal, which must tell nothing of a key. */
function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError)
    return (error as Error).message
  }
  throw new Error('it was accepted')
}

describe('encryption keys', () => {
  test('are read in their order, with or without blanks, and one without an id is called 1', () => {
    expect(parseEncryptionKeys(`new:${text(1)}, ${text(2)}`)).toEqual([
      { id: 'new', key: bytes(1) },
      { id: '1', key: bytes(2) },
    ])
  })

  test('may be written in base64url and without padding', () => {
    const key = Uint8Array.from({ length: 32 }, (_, i) => 255 - i)
    const written = Buffer.from(key).toString('base64url')

    expect(written).toMatch(/[-_]/)
    expect(parseEncryptionKeys(`a:${written}`)).toEqual([{ id: 'a', key }])
  })

  test.each([
    ['too short', text(1).slice(0, 40), 'Encryption key number 1 is not 32 bytes in base64'],
    ['no base64', `a:${text(1)},b:${'!'.repeat(44)}`, 'Encryption key number 2 is not 32 bytes in base64'],
    ['empty', '', 'Encryption key number 1 is not 32 bytes in base64'],
    ['of an id that is taken', `a:${text(1)},a:${text(2)}`, 'Two encryption keys have the id "a"'],
    ['of an id with other signs', `a/b:${text(1)}`, 'The id of an encryption key has 1 to 32'],
    ['of no id', `:${text(1)}`, 'The id of an encryption key has 1 to 32'],
  ])('that are %s are refused, and not shown', (_what, given, expected) => {
    const message = refusal(() => parseEncryptionKeys(given))

    expect(message).toContain(expected)
    expect(message).not.toContain(text(1).slice(0, 40))
  })

  test('of a program are checked like those of the configuration', () => {
    expect(checkEncryptionKeys([{ id: 'a', key: bytes(1) }])).toHaveLength(1)
    expect(refusal(() => checkEncryptionKeys([]))).toContain('No encryption key was given')
    expect(refusal(() => checkEncryptionKeys([{ id: 'a', key: new Uint8Array(16) }]))).toContain('is not 32 bytes long')
    expect(refusal(() => checkEncryptionKeys([{ id: 'a', key: text(1) as never }]))).toContain('is not 32 bytes long')
    expect(refusal(() => checkEncryptionKeys([{ id: undefined as never, key: bytes(1) }]))).toContain('The id')
  })
})
