import { expect, test } from 'vitest'
import { ForbiddenError, RateLimitedError, UnauthenticatedError } from '../../src/operation/access-errors.ts'
import { ANYONE, allows, isRole, ROLES } from '../../src/operation/caller.ts'

test('each role may do what the ones before it may, and nothing more', () => {
  const may = ROLES.map((role) => ROLES.filter((needed) => allows({ name: 'ada', role }, needed)))
  expect(may).toEqual([['viewer'], ['viewer', 'operator'], ['viewer', 'operator', 'admin']])
})

test('who asks a server without tokens may do everything and has no name', () => {
  expect(ANYONE.name).toBeNull()
  expect(ROLES.every((role) => allows(ANYONE, role))).toBe(true)
})

test.each(['viewer', 'operator', 'admin'])('%s is a role', (text) => {
  expect(isRole(text)).toBe(true)
})

test.each(['Admin', 'root', '', 'toString', null, 1])('%j is no role', (text) => {
  expect(isRole(text)).toBe(false)
})

test('a refusal of access says what to do and has a stable code', () => {
  expect(new UnauthenticatedError('Send a token')).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Send a token' })
  const forbidden = new ForbiddenError('cancelOperation', 'operator')
  expect(forbidden).toMatchObject({ code: 'FORBIDDEN', role: 'operator' })
  expect(forbidden.message).toBe('cancelOperation needs the role operator; ask with a token of that role')
  const limited = new RateLimitedError('Too many requests', 1200)
  expect(limited).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 1200, message: 'Too many requests; try again in 2 s' })
})
