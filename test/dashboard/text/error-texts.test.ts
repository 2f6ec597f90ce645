import { expect, test } from 'vitest'
import { ClientError, type ClientErrorCode } from '../../../src/client/client-error.ts'
import { actErrorText, errorText, isPassing, isUnauthenticated } from '../../../src/dashboard/text/error-texts.ts'

const errorOf = (code: ClientErrorCode, message = 'It went wrong') => new ClientError(message, { code })

test('what the server says stands first, then what to do', () => {
  expect(errorText(errorOf('FORBIDDEN', 'This takes the role admin'))).toBe(
    'This takes the role admin. Ask an administrator, or sign in with a token that permits it.',
  )
  expect(errorText(errorOf('STORE_UNAVAILABLE', 'The disk is full.'))).toMatch(/^The disk is full\. The store cannot/)
})

test('where nothing was answered, only what to do is said', () => {
  expect(errorText(errorOf('UNREACHABLE', 'http://127.0.0.1/graphql cannot be reached'))).toMatch(
    /^The server does not answer\. Check/,
  )
})

test('an error that says itself what to do is left alone, and so is one that is none of ours', () => {
  expect(errorText(errorOf('INVALID_TRANSITION', 'Resume it first'))).toBe('Resume it first')
  expect([errorText(new Error('thrown')), errorText('said')]).toEqual(['thrown', 'said'])
})

test('an action without an answer may have been carried out', () => {
  expect(actErrorText(errorOf('UNREACHABLE'))).toMatch(/Look whether it was done/)
  expect(actErrorText(errorOf('TIMEOUT'))).toMatch(/look before you ask again/)
  expect(actErrorText(errorOf('FORBIDDEN'))).toBe(errorText(errorOf('FORBIDDEN')))
})

test('what passes by itself is told from what does not', () => {
  expect(
    (['UNREACHABLE', 'TIMEOUT', 'STORE_UNAVAILABLE', 'RATE_LIMITED'] as const).map((code) => isPassing(errorOf(code))),
  ).toEqual([true, true, true, true])
  expect([isPassing(errorOf('UNAUTHENTICATED')), isPassing(new Error('no'))]).toEqual([false, false])
  expect([isUnauthenticated(errorOf('UNAUTHENTICATED')), isUnauthenticated(errorOf('FORBIDDEN'))]).toEqual([true, false])
})
