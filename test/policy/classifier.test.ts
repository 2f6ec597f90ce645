import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { classify } from '../../src/policy/classifier.ts'

/** The description of what was thrown. */
function judge(thrown: unknown, now: number) {
  return classify(thrown, now).error
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** The address of a port that nobody listens on. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

test('a refused connection is found behind the TypeError of fetch', async () => {
  const url = await closedPort()
  const error = judge(await thrownBy(() => fetch(url)), 0)

  expect(error).toMatchObject({ name: 'TypeError', code: 'ECONNREFUSED', category: 'network', retryable: true })
  expect(error.cause).toContain('ECONNREFUSED')
})

test('a connection that the other side drops is a network error', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const error = judge(await thrownBy(() => fetch(`http://127.0.0.1:${port}`)), 0)
  server.close()

  expect(error).toMatchObject({ category: 'network', subcategory: 'network_connection', retryable: true })
})

test('a name that does not resolve is a dns error', async () => {
  const error = judge(await thrownBy(() => fetch('http://no-such-host.invalid')), 0)

  expect(error).toMatchObject({ category: 'network', subcategory: 'network_dns', retryable: true })
})

test('an aborted timeout is a timeout, an abort on purpose is not retried', async () => {
  const timeout = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  const abort = new DOMException('This operation was aborted', 'AbortError')

  expect(judge(timeout, 0)).toMatchObject({ category: 'timeout', retryable: true })
  expect(judge(abort, 0)).toMatchObject({ subcategory: 'cancelled', retryable: false })
})

test('a missing file, a forbidden one and a broken URL are not retried', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'classify-'))
  const missing = judge(await thrownBy(() => open(join(folder, 'none'))), 0)
  const directory = judge(await thrownBy(() => open(folder, 'w')), 0)
  await rm(folder, { recursive: true })
  const url = judge(await thrownBy(() => new URL('::')), 0)

  expect(missing).toMatchObject({ code: 'ENOENT', category: 'validation', retryable: false })
  expect(directory).toMatchObject({ code: 'EISDIR', category: 'validation', retryable: false })
  expect(url).toMatchObject({ code: 'ERR_INVALID_URL', category: 'validation', retryable: false })
})

test.each([
  [408, 'timeout', true],
  [425, 'service', true],
  [429, 'service', true],
  [500, 'service', true],
  [503, 'service', true],
  [401, 'permission', false],
  [403, 'permission', false],
  [404, 'validation', false],
  [418, 'validation', false],
  [501, 'validation', false],
  [507, 'resource', false],
])('HTTP status %i is %s, retryable: %s', (status, category, retryable) => {
  expect(judge(Object.assign(new Error('http'), { status }), 0)).toMatchObject({ category, retryable })
  expect(judge(Object.assign(new Error('http'), { statusCode: status }), 0)).toMatchObject({ category, retryable })
})

test('a status that is no failure says nothing', () => {
  expect(judge(Object.assign(new Error('odd'), { status: 204 }), 0)).toMatchObject({ category: 'unknown' })
  expect(judge(Object.assign(new Error('odd'), { status: 700 }), 0)).toMatchObject({ category: 'unknown' })
})

test('a full disk waits for a person', () => {
  const error = judge(Object.assign(new Error('write'), { code: 'ENOSPC' }), 0)

  expect(error).toMatchObject({ category: 'resource', severity: 'critical', retryable: false })
  expect(error.remedy).toContain('Free disk space')
})

test('a SQLite code of a family is understood', () => {
  expect(judge(Object.assign(new Error('busy'), { code: 'SQLITE_BUSY_SNAPSHOT' }), 0)).toMatchObject({ retryable: true })
})

test('a mistake in the function itself and refused input are not retried', () => {
  expect(judge(new ReferenceError('x is not defined'), 0)).toMatchObject({ category: 'system', retryable: false })
  expect(judge(new InvalidInputError('bad'), 0)).toMatchObject({ category: 'validation', retryable: false })
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
  expect(judge(circular, 0)).toMatchObject({ message: 'Thrown: [object Object]' })
  expect(judge(hostile, 0)).toMatchObject({ category: 'unknown' })
  expect(judge(Object.assign(new Error('gone'), { message: '' }), 0)).toMatchObject({ message: 'Error' })
  expect(judge(() => 1, 0)).toMatchObject({ category: 'unknown' })
})

test('endless texts are clipped', () => {
  const error = judge(new Error('x'.repeat(1_000_000)), 0)

  expect(error.message.length).toBeLessThan(10_100)
  expect(error.stack?.length).toBeLessThan(10_100)
})
