import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { Shutdown } from '../../src/server/shutdown.ts'
import { FakeClock } from '../support/fake-clock.ts'

/** A process that notes what it is told to exit with, and stays. */
class FakeProcess extends EventEmitter {
  readonly exits: unknown[] = []

  readonly exit = (code?: unknown): never => {
    this.exits.push(code)
    return undefined as never
  }
}

function setUp(timeoutMs = 10_000) {
  const clock = new FakeClock()
  const process = new FakeProcess()
  const lines: string[] = []
  const line = (_fields: object, message: string) => void lines.push(message)
  const log = { debug: line, info: line, warn: line, error: line, fatal: line }
  return { clock, process, lines, shutdown: new Shutdown({ clock, log, timeoutMs, process: process as never }) }
}

test.each(['SIGTERM', 'SIGINT'])('%s closes the parts one after the other and exits with 0', async (signal) => {
  const { clock, process, shutdown } = setUp(10_000)
  const closed: [string, number][] = []
  const first = Promise.withResolvers<void>()
  shutdown.add(async (timeoutMs) => {
    closed.push(['http', timeoutMs])
    await first.promise
  })
  shutdown.add(async (timeoutMs) => void closed.push(['engine', timeoutMs]))
  expect(shutdown.begun).toBe(false)
  process.emit(signal, signal)
  expect(shutdown.begun).toBe(true)
  await clock.advance(4000)
  expect(closed).toEqual([['http', 10_000]])
  first.resolve()
  await clock.advance(0)
  expect(closed).toEqual([
    ['http', 10_000],
    ['engine', 6000],
  ])
  expect(process.exits).toEqual([0])
})

test('a second signal exits at once with 1', async () => {
  const { clock, process, shutdown } = setUp()
  shutdown.add(() => new Promise(() => undefined))
  process.emit('SIGTERM', 'SIGTERM')
  await clock.advance(0)
  expect(process.exits).toEqual([])
  process.emit('SIGINT', 'SIGINT')
  expect(process.exits).toEqual([1])
})

test('a part that never closes does not keep the process', async () => {
  const { clock, process, shutdown, lines } = setUp(10_000)
  shutdown.add(() => new Promise(() => undefined))
  process.emit('SIGTERM', 'SIGTERM')
  await clock.advance(11_999)
  expect(process.exits).toEqual([])
  await clock.advance(1)
  expect(process.exits).toEqual([1])
  expect(lines.at(-1)).toContain('Did not stop in time')
})

test('a part that fails to close makes the process exit with 1', async () => {
  const { clock, process, shutdown, lines } = setUp()
  shutdown.add(() => Promise.reject(new Error('disk full')))
  process.emit('SIGTERM', 'SIGTERM')
  await clock.advance(0)
  expect(process.exits).toEqual([1])
  expect(lines.at(-1)).toContain('Could not stop in order')
})

test('an exception that nobody caught is logged and ends the process with 1', () => {
  const { process, lines } = setUp()
  process.emit('uncaughtException', new Error('a bug'))
  expect(process.exits).toEqual([1])
  expect(lines).toEqual([expect.stringContaining('not caught')])
})
