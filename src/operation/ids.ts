import { InvalidInputError } from './errors.ts'

/** Makes a new, time-ordered id with the given prefix. Passed in, so that tests own it. */
export type NewId = (prefix: IdPrefix) => string

export type IdPrefix = 'op' | 'att' | 'stp' | 'evt' | 'cb' | 'lease' | 'srv'

const RESERVED = /^(att|stp|evt|cb|lease|srv)_/
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const MAX_ID_LENGTH = 255

/**
 * Checks an operation id that a caller brings along.
 *
 * @throws InvalidInputError when it is empty, longer than 255 characters, holds control characters,
 *   lone surrogates,
 *   or starts with a prefix reserved for other things
 */
export function checkOperationId(id: string): string {
  if (id.length === 0 || id.length > MAX_ID_LENGTH) {
    throw new InvalidInputError(`An operation id has 1 to ${MAX_ID_LENGTH} characters; this one has ${id.length}`, {
      field: 'id',
    })
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  if (/[\u0000-\u001f\u007f]/.test(id)) {
    throw new InvalidInputError('An operation id holds no control characters', { field: 'id' })
  }
  if (!id.isWellFormed()) {
    // A lone surrogate would come back from the store as another character: the operation could not be found again.
    throw new InvalidInputError('An operation id is well-formed text', { field: 'id' })
  }
  if (RESERVED.test(id)) {
    throw new InvalidInputError(`The prefix of "${id.slice(0, 20)}" is reserved; use another id`, { field: 'id' })
  }
  return id
}

/**
 * Writes a 128-bit UUIDv7 (RFC 9562) as 26 characters of Crockford base32: readable, and sorted by time.
 *
 * @param ms milliseconds since the epoch, 48 bits
 * @param counter 0 to 4095, for ids of one millisecond (the field `rand_a`)
 * @param high @param low 31 random bits each; 62 bits in all (the field `rand_b`)
 */
export function encodeId(prefix: IdPrefix, ms: number, counter: number, high: number, low: number): string {
  // 130 bits of base32 hold 128: the time is 2 zero bits + 48, so ten characters carry it exactly.
  let text = ''
  let rest = ms
  for (let i = 0; i < 10; i++) {
    text = ALPHABET[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  // version 7 (4 bits), counter (12), variant 10 (2), random (62) = 80 bits = 16 characters, in chunks of at most 30 bits.
  const first = (7 << 16) | (counter << 4) | (0b10 << 2) | ((high >>> 29) & 0b11) // 20 bits
  const second = (high & 0x1fffffff) * 2 + ((low >>> 30) & 1) // 30 bits
  const third = low & 0x3fffffff // 30 bits
  return `${prefix}_${text}${chunk(first, 4)}${chunk(second, 6)}${chunk(third, 6)}`
}

function chunk(value: number, characters: number): string {
  let text = ''
  for (let shift = (characters - 1) * 5; shift >= 0; shift -= 5) text += ALPHABET[(value >>> shift) & 31]
  return text
}
