import { expect, test } from 'vitest'
import { classify } from '../../src/policy/classifier.ts'
import { redactedError } from '../../src/policy/describe-error.ts'

/** The description of what was thrown. */
function judge(thrown: unknown, now: number) {
  return classify(thrown, now).error
}

test('a status that is no failure says nothing', () => {
  expect(judge(Object.assign(new Error('odd'), { status: 204 }), 0)).toMatchObject({ category: 'unknown' })
  expect(judge(Object.assign(new Error('odd'), { status: 700 }), 0)).toMatchObject({ category: 'unknown' })
})

test('a full disk waits for a person', () => {
  const error = judge(Object.assign(new Error('write'), { code: 'ENOSPC' }), 0)

  expect(error).toMatchObject({ category: 'resource', severity: 'critical', retryable: false })
  expect(error.remedy).toContain('Free disk space')
})

test('an error may speak for itself', () => {
  const own = Object.assign(new Error('mine'), { code: 'ENOSPC', retryable: true, category: 'service', remedy: 'Wait.' })

  expect(judge(own, 0)).toMatchObject({ retryable: true, category: 'service', subcategory: 'service', remedy: 'Wait.' })
})

test('the errors of an AggregateError are looked at, and a circle of causes ends', () => {
  const circle = new Error('a') as Error & { cause: unknown }
  circle.cause = new AggregateError([Object.assign(new Error('b'), { code: 'ECONNRESET', cause: circle })], 'many')

  expect(judge(circle, 0)).toMatchObject({ message: 'a', code: 'ECONNRESET', category: 'network' })
})

test('a Retry-After anywhere in the chain is kept', () => {
  const error = new Error('outer', { cause: Object.assign(new Error('inner'), { status: 429, headers: { 'retry-after': '7' } }) })

  expect(judge(error, 0)).toMatchObject({ retryAfterMs: 7000, category: 'service' })
})

test('a cause that is no error is told too, with its code when it has one', () => {
  const error = new Error('outer', { cause: { code: 'SQLITE', name: 'Odd' } })

  expect(judge(error, 0).cause).toBe('Odd (SQLITE): Thrown: {"code":"SQLITE","name":"Odd"}')
  expect(judge(new Error('outer', { cause: 'text' }), 0).cause).toBe('string: text')
})

test('thrown values that are no errors are described', () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  const hostile = {
    get code() {
      throw new Error('trap')
    },
  }

  expect(judge('text', 0)).toMatchObject({ message: 'text', name: 'string', category: 'unknown', stack: null })
  expect(judge(null, 0)).toMatchObject({ message: 'Thrown: null', name: 'null' })
  expect(judge(undefined, 0)).toMatchObject({ message: 'Thrown: undefined' })
  expect(judge({ a: 1 }, 0)).toMatchObject({ message: 'Thrown: {"a":1}' })
  expect(judge(circular, 0)).toMatchObject({ message: 'Thrown: Object { self }' })
  expect(judge([circular], 0)).toMatchObject({ message: 'Thrown: Array { 0 }' })
  expect(judge(12n, 0)).toMatchObject({ message: 'Thrown: 12' })
  expect(judge(hostile, 0)).toMatchObject({ category: 'unknown' })
  expect(judge(Object.assign(new Error('gone'), { message: '' }), 0)).toMatchObject({ message: 'Error' })
  expect(judge(() => 1, 0)).toMatchObject({ category: 'unknown' })
})

test('a thrown circle is told by its class and the names of what it holds, as far as anybody reads', () => {
  class Reply {
    readonly self = this
    readonly status = 500
  }
  const wide = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${'k'.repeat(100)}${i}`, i]))
  const bare = Object.assign(Object.create(null), { big: 1n })
  const empty = Object.defineProperty({}, 'toJSON', { value: () => JSON.parse('{') })
  const unreadable = new Proxy({}, { ownKeys: () => JSON.parse('{') })

  expect(judge(new Reply(), 0).message).toBe('Thrown: Reply { self, status }')
  expect(judge(Object.assign(wide, { wide }), 0).message).toBe(`Thrown: Object { ${`${'k'.repeat(50)}, `.repeat(10)}… }`)
  expect(judge(bare, 0).message).toBe('Thrown: Object { big }')
  expect(judge(empty, 0).message).toBe('Thrown: Object {}')
  expect(judge(unreadable, 0).message).toBe('Thrown: an object that cannot be read')
})

test('endless texts are clipped', () => {
  const error = judge(new Error('x'.repeat(1_000_000)), 0)

  expect(error.message.length).toBeLessThan(10_100)
  expect(error.stack?.length).toBeLessThan(10_100)
})

test('a code deep in the causes is found, but not below the tenth', () => {
  const chain = (depth: number): Error =>
    depth === 0 ? Object.assign(new Error('deep'), { code: 'EPIPE' }) : new Error('outer', { cause: chain(depth - 1) })

  expect(classify(chain(10), 0).signal).toBe('code EPIPE of cause 10')
  expect(judge(chain(11), 0).category).toBe('unknown')
})

test('more errors than anybody reads are not read', () => {
  const many = (depth: number): unknown =>
    depth === 0 ? new Error('leaf') : { errors: Array.from({ length: 10 }, () => many(depth - 1)) }

  expect(judge(many(3), 0).cause?.length).toBeLessThan(10_100)
})

test('a timeout behind an abort is told apart from an abort on purpose', () => {
  const timeout = new DOMException('too long', 'TimeoutError')
  const abort = (cause: unknown) => Object.assign(new Error('aborted', { cause }), { name: 'AbortError', code: 'ABORT_ERR' })

  expect(judge(abort(timeout), 0)).toMatchObject({ category: 'timeout', retryable: true })
  expect(judge(abort(new Error('my reason')), 0)).toMatchObject({ subcategory: 'cancelled', retryable: false })
  expect(judge(abort(Object.assign(new Error('x'), { code: 'ECONNRESET' })), 0).retryable).toBe(false)
})

test('a number is a gRPC status only beside details or metadata', () => {
  const metadata = new Map([['grpc-retry-pushback-ms', '1500']])

  expect(judge(Object.assign(new Error('x'), { code: 14 }), 0).category).toBe('unknown')
  expect(judge(Object.assign(new Error('x'), { code: 99, details: '' }), 0).category).toBe('unknown')
  expect(judge(Object.assign(new Error('x'), { code: 14, details: '' }), 0)).toMatchObject({ category: 'service', code: '14' })
  expect(judge(Object.assign(new Error('x'), { code: 8, metadata }), 0)).toMatchObject({
    category: 'resource',
    retryable: true,
    retryAfterMs: 1500,
  })
})

test.each([
  { status: '503' },
  { response: { status: 503 } },
  { response: { statusCode: 503 } },
  { $metadata: { httpStatusCode: 503 } },
  { code: 503 },
  { code: '503' },
])('a status is found where libraries put it: %o', (parts) => {
  expect(judge(Object.assign(new Error('x'), parts), 0)).toMatchObject({ category: 'service', confidence: 0.95 })
})

test('a 403 with nothing left of a rate limit is a rate limit', () => {
  const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1700000060' }
  const error = Object.assign(new Error('x'), { status: 403, headers })

  expect(judge(error, 1_700_000_000_000)).toMatchObject({ subcategory: 'service_rate_limit', retryAfterMs: 60_000 })
})

test('an old library that writes its code into errno is understood', () => {
  expect(judge(Object.assign(new Error('x'), { errno: 'ECONNREFUSED' }), 0).category).toBe('network')
})

test('an unknown SQLSTATE, SQLite code or error number says nothing', () => {
  for (const parts of [{ code: '99999' }, { code: 'SQLITE_ABORT' }, { errcode: 4 }, { errno: -9999 }, { errno: Number.NaN }]) {
    expect(judge(Object.assign(new Error('x'), parts), 0).category).toBe('unknown')
  }
})

test('an error that asks to be retried keeps its own category as its subcategory', () => {
  const own = Object.assign(new Error('differs'), { category: 'validation', retryable: true })

  expect(classify(own, 0)).toMatchObject({
    signal: 'what the error says of itself',
    error: { category: 'validation', subcategory: 'validation', retryable: true, confidence: 1 },
  })
})

test('words on an error that mean something else to others are not taken for ours', () => {
  const own = Object.assign(new Error('x'), { code: 'EPIPE', retryable: { throttling: true }, category: 7, remedy: '' })

  expect(judge(own, 0)).toMatchObject({ category: 'network', retryable: true, subcategory: 'network_connection' })
})

test('secrets do not reach what is stored: message, code, name, stack, causes and remedy', () => {
  const cause = Object.assign(new Error('at https://ada:hunter2@x.test'), { code: 'token=hunter2' })
  const error = Object.assign(new Error('password=hunter2', { cause }), {
    name: 'Error: secret=hunter2',
    remedy: 'Use --password hunter2',
  })

  expect(JSON.stringify(classify(error, 0))).not.toContain('hunter2')
})

test('whatever is thrown is described, and nothing that it does when it is looked at is passed on', () => {
  const trap = () => {
    throw new Error('trap')
  }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  const hostile = new Proxy({}, { get: trap, getPrototypeOf: trap, ownKeys: trap, has: trap })
  const hostileList = new Proxy([1], { get: trap })
  const list = Proxy.revocable([], {})
  list.revoke()

  expect(judge(10n, 0)).toMatchObject({ message: 'Thrown: 10', name: 'bigint' })
  expect(judge(Symbol('s'), 0)).toMatchObject({ message: 'Thrown: Symbol(s)', name: 'symbol' })
  expect(judge('', 0)).toMatchObject({ message: 'Thrown: ""', name: 'string' })
  expect(judge({ message: '', name: 'Odd' }, 0)).toMatchObject({ message: 'Odd' })
  expect(judge(hostile, 0)).toMatchObject({ name: 'object', category: 'unknown' })
  expect(judge(revoked.proxy, 0)).toMatchObject({ message: 'Thrown: an object that cannot be read' })
  expect(judge({ errors: list.proxy, message: 'm' }, 0)).toMatchObject({ message: 'm', cause: null })
  expect(judge({ errors: hostileList, message: 'm' }, 0)).toMatchObject({ message: 'm', cause: null })
  expect(judge({ headers: hostile, metadata: { get: trap }, response: 1 }, 0).retryAfterMs).toBeNull()
})

test('an error for the log is a copy without secrets, with name, code, stack and cause', () => {
  const error = Object.assign(new TypeError('password=hunter2', { cause: new Error('token=hunter2') }), { code: 'E_X' })
  const copy = redactedError(error)

  expect(copy).toBeInstanceOf(Error)
  expect(copy).toMatchObject({ name: 'TypeError', message: 'password=[redacted]', code: 'E_X', cause: 'Error: token=[redacted]' })
  expect(copy.stack).toContain('password=[redacted]')
  expect(redactedError('plain')).toMatchObject({ name: 'string', message: 'plain', stack: 'plain' })
})
