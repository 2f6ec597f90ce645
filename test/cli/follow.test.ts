import { expect, test } from 'vitest'
import type { Api } from '../../src/cli/api.ts'
import { CliError } from '../../src/cli/cli-error.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { startCli } from './run-cli.ts'

const OPERATION = {
  id: 'op',
  functionName: 'greet',
  state: 'RECOVERING',
  eventCursor: 'c0',
  attempt: 1,
  maxAttempts: 6,
  nextAttemptAt: '2026-01-01T00:00:12.000Z',
  result: null,
  progress: null,
  error: { message: 'connect ECONNREFUSED', code: null, category: 'NETWORK', remedy: 'Look into the network' },
}
const DONE = { ...OPERATION, state: 'SUCCESS', nextAttemptAt: null, error: null, result: 'done' }
const UPDATE = { type: 'succeeded', operationId: 'op', functionName: 'greet', attempt: 2, maxAttempts: 6, timestamp: '' }

type Answer = object | null | Error

/** A server that gives these answers, one after the other, and these events to those who subscribe after a cursor. */
function scripted(answers: readonly Answer[], events: Readonly<Record<string, readonly object[] | Error>>) {
  const left = [...answers]
  const subscribed: string[] = []
  const api: Api = {
    async request() {
      const answer = left.shift() ?? null
      if (answer instanceof Error) throw answer
      return { operation: answer } as never
    },
    async *subscribe(_document, { after }, signal) {
      subscribed.push(after)
      const own = events[after] ?? []
      if (own instanceof Error) throw own
      yield* own as never[]
      const { promise, reject } = Promise.withResolvers<never>()
      signal.addEventListener('abort', () => reject(signal.reason))
      await promise
    },
    onConnection: () => undefined,
    close: async () => undefined,
  }
  return { openApi: () => api, subscribed }
}

test('when events were missed it reads again, and goes on from there', async () => {
  const expired = new CliError('CURSOR_EXPIRED', 'gone')
  const events = { c0: expired, c1: [{ ...UPDATE, state: 'SUCCESS', cursor: 'c2' }] }
  const { openApi, subscribed } = scripted([OPERATION, { ...OPERATION, attempt: 2, eventCursor: 'c1' }, DONE], events)
  const { ended, stdout } = startCli(['watch', 'op'], { openApi, clock: new FakeClock() })
  expect(await ended).toBe(0)
  expect(subscribed).toEqual(['c0', 'c1'])
  expect(stdout.text.split('\n').slice(0, 2)).toEqual([
    'RECOVERING  attempt 1 of 6, next in 12s  connect ECONNREFUSED',
    'RECOVERING  attempt 2 of 6, next in 12s  connect ECONNREFUSED',
  ])
})

test('a server that is away when the end is read is asked again', async () => {
  const clock = new FakeClock()
  const away = new CliError('UNREACHABLE', 'away')
  const starting = new CliError('STORE_UNAVAILABLE', 'the store is being opened')
  const events = { c0: [{ ...UPDATE, state: 'SUCCESS', cursor: 'c1' }] }
  const { openApi } = scripted([OPERATION, away, starting, DONE], events)
  const { ended, stdout } = startCli(['watch', 'op'], { openApi, clock })
  await clock.advance(1000)
  await clock.advance(1000)
  expect(await ended).toBe(0)
  expect(stdout.text).toMatch(/\nDone {2}"done"\n$/)
})

test('Ctrl-C ends also the waiting for a server that is away', async () => {
  const clock = new FakeClock()
  const events = { c0: [{ ...UPDATE, state: 'SUCCESS', cursor: 'c1' }] }
  const { openApi } = scripted([OPERATION, new CliError('UNREACHABLE', 'away'), DONE], events)
  const { ended, interrupt } = startCli(['watch', 'op'], { openApi, clock })
  await clock.advance(500)
  interrupt()
  expect(await ended).toBe(130)
  expect(clock.timers).toBe(0)
})

test('an operation that is deleted meanwhile is told as not there', async () => {
  const events = { c0: [{ ...UPDATE, type: 'deleted', state: 'RECOVERING', cursor: 'c1' }] }
  const { openApi } = scripted([OPERATION, null], events)
  const { ended, stderr } = startCli(['watch', 'op'], { openApi, clock: new FakeClock() })
  expect(await ended).toBe(4)
  expect(stderr.text).toContain('There is no operation with the id "op"')
})

test('one that has ended is told at once', async () => {
  const { openApi, subscribed } = scripted([{ ...OPERATION, state: 'EXHAUSTED', nextAttemptAt: null }], {})
  const { ended, stdout } = startCli(['watch', 'op', '--json'], { openApi, clock: new FakeClock() })
  expect(await ended).toBe(1)
  expect(subscribed).toEqual([])
  const lines = stdout.text.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['operation', 'end'])
})
