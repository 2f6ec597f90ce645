import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createToken, findTokenEntry, hashToken, type TokenEntry, tokenEntryText } from '../../../src/server/auth/tokens.ts'

test('a token is rcv_ and 256 random bits', () => {
  const token = createToken(randomBytes)
  expect(token).toMatch(/^rcv_[A-Za-z0-9_-]{43}$/)
  expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32)
  expect(createToken(() => new Uint8Array(32))).toBe(`rcv_${'A'.repeat(43)}`)
})

test('what is kept of a token is its sha256', () => {
  expect(hashToken('rcv_x')).toBe(`sha256-${createHash('sha256').update('rcv_x').digest('base64url')}`)
})

test('an entry is written as name, role and hash', () => {
  expect(tokenEntryText({ name: 'ada', role: 'admin', hash: 'sha256-x' })).toBe('ada:admin:sha256-x')
})

test('a token is found among many, and only by its very text', () => {
  const tokens = ['rcv_a', 'rcv_b', 'rcv_c']
  const entries = tokens.map((token, i): TokenEntry => ({ name: `n${i}`, role: 'viewer', hash: hashToken(token) }))
  expect(tokens.map((token) => findTokenEntry(entries, token)?.name)).toEqual(['n0', 'n1', 'n2'])
  for (const wrong of ['', 'rcv_', 'rcv_a ', 'RCV_A', hashToken('rcv_a')]) expect(findTokenEntry(entries, wrong)).toBeNull()
  expect(findTokenEntry([], 'rcv_a')).toBeNull()
})

test('a hash of another length belongs to nobody', () => {
  expect(findTokenEntry([{ name: 'short', role: 'admin', hash: 'sha256-' }], '')).toBeNull()
})
