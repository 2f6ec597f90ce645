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

test.each([
  [502, 'BAD_RESPONSE', /^The server does not answer\..*\(Status 502\)$/, true],
  [503, 'BAD_RESPONSE', /^The server does not answer\./, true],
  [200, 'BAD_RESPONSE', /^What answered is no Recoverable server\..*\(Status 200\)$/, false],
  [413, 'BAD_RESPONSE', /\(Status 413\)$/, false],
  [429, 'RATE_LIMITED', /^Something between here and the server refused it\. \(Status 429\)$/, true],
] as const)('the %i of a proxy is told as what it means', (status, code, text, passes) => {
  const error = new ClientError('http://127.0.0.1/graphql answered something', { code, status })
  expect(errorText(error)).toMatch(text)
  expect(isPassing(error)).toBe(passes)
})

test('an action that a proxy says was not answered may have been carried out', () => {
  expect(actErrorText(new ClientError('Bad gateway', { code: 'BAD_RESPONSE', status: 504 }))).toMatch(/Look whether it was done/)
})

test('what the server itself says of too many requests is left alone', () => {
  const errors = [{ message: 'Try again in 3 s' }]
  const error = new ClientError('Try again in 3 s', { code: 'RATE_LIMITED', status: 429, errors })
  expect(errorText(error)).toBe('Try again in 3 s')
})

test('who meets a limit that is too low for the page learns who can raise it', () => {
  const errors = [{ message: 'This request asks for too much', extensions: { code: 'INVALID_INPUT', limit: 'cost', max: 10 } }]
  const error = new ClientError('This request asks for too much', { code: 'INVALID_INPUT', status: 400, errors })
  expect(errorText(error)).toMatch(/^This request asks for too much\. .*RECOVERY_MAX_QUERY_COST/)
})
