import type { ExecutionResult } from 'graphql'
import { expect, onTestFinished, test } from 'vitest'
import { Head, Updates } from '../../../src/server/socketio/documents.ts'
import { Feed } from '../../../src/server/socketio/feed.ts'
import type { GraphqlSource } from '../../../src/server/socketio/graphql-source.ts'
import type { FoundOperation, Update } from '../../../src/server/socketio/payloads.ts'
import { sendSnapshot } from '../../../src/server/socketio/snapshot.ts'
import { FakeClock } from '../../support/fake-clock.ts'

// What happens to an operation while it is read for a snapshot: the order must hold whoever is first.

const ignore = () => undefined
const LOG = { debug: ignore, info: ignore, warn: ignore, error: ignore }

/** Results that the test sends one by one. */
class Results implements AsyncIterableIterator<ExecutionResult> {
  readonly #waiting: ((result: IteratorResult<ExecutionResult>) => void)[] = []
  readonly #ready: ExecutionResult[] = []

  push(result: ExecutionResult): void {
    const first = this.#waiting.shift()
    if (first === undefined) this.#ready.push(result)
    else first({ done: false, value: result })
  }

  next(): Promise<IteratorResult<ExecutionResult>> {
    const value = this.#ready.shift()
    return value === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve({ done: false, value })
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    for (const resolve of this.#waiting.splice(0)) resolve({ done: true, value: undefined })
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

type Change = Pick<Update, 'type' | 'state' | 'attempt'>

const STARTED: Change = { type: 'attempt_started', state: 'RECOVERING', attempt: 2 }
const FAILED: Change = { type: 'attempt_failed', state: 'RECOVERING', attempt: 2 }
const DONE: Change = { type: 'succeeded', state: 'SUCCESS', attempt: 2 }

/** A feed whose events, and whose answer about the operation `mine`, come when the test says so. */
async function setUp({ before = [] }: { readonly before?: readonly Change[] } = {}) {
  const [updates, breakers] = [new Results(), new Results()]
  const answer = Promise.withResolvers<{ operation: FoundOperation | null }>()
  const source = {
    ask: (document: object) => (document === Head ? { recoveryStatus: { eventCursor: cursorAt(10) } } : answer.promise),
    follow: (document: object) => (document === Updates ? updates : breakers),
  } as unknown as GraphqlSource
  const told: string[] = []
  const clock = new FakeClock()
  const tell = (name: string, payload: object) => {
    const { state = '', attempt = '' } = payload as { state?: string; attempt?: number }
    told.push(name === 'recovery_completed' ? 'completed' : `${state} ${attempt}`)
  }
  const feed = new Feed({ source, clock, log: LOG, emit: tell })
  onTestFinished(() => feed.stop())
  await feed.begun()
  const happens = async (position: number, change: Change) => {
    const ends = change.state === 'SUCCESS'
    const completed = ends ? { success: true, finalState: change.state, totalAttempts: 2, duration: 1 } : null
    const same = { operationId: 'mine', functionName: 'work', maxAttempts: 3, error: null, timestamp: '2026-01-01T00:00:00.000Z' }
    updates.push({ data: { recoveryUpdate: { ...same, ...change, cursor: cursorAt(position), completed } } })
    await clock.advance(0)
  }
  const isRead = async (position: number | null, { state, attempt }: Change) => {
    const edges = position === null ? [] : [{ node: { cursor: cursorAt(position) } }]
    const same = { id: 'mine', functionName: 'work', maxAttempts: 3, updatedAt: '2026-01-01T00:00:00.000Z', error: null }
    answer.resolve({ operation: { ...same, state, attempt, events: { edges } } })
    await clock.advance(0)
  }
  for (const [n, change] of before.entries()) await happens(11 + n, change)
  const asked = sendSnapshot('mine', source, feed, ({ state, attempt }) => told.push(`snapshot ${state} ${attempt}`))
  await clock.advance(0)
  return { told, asked, happens, isRead, isGone: () => answer.resolve({ operation: null }), updates }
}

function cursorAt(position: number): string {
  return `evt_00000000_${position.toString(36)}`
}

test('an operation that rests is told as it was read', async () => {
  const { told, asked, isRead } = await setUp()
  await isRead(7, FAILED)
  expect(await asked).toBe(true)
  expect(told).toEqual(['snapshot recovering 2'])
})

test('so is one whose events were deleted by retention', async () => {
  const { told, asked, isRead } = await setUp()
  await isRead(null, DONE)
  expect(await asked).toBe(true)
  expect(told).toEqual(['snapshot success 2'])
})

test('what was read before the end is not told after it', async () => {
  const { told, asked, isRead, happens } = await setUp()
  await happens(11, DONE)
  await isRead(7, STARTED)
  expect(await asked).toBe(true)
  expect(told).toEqual(['success 2', 'completed'])
})

test('what was read ahead of the updates waits for them', async () => {
  const { told, asked, isRead, happens } = await setUp()
  await isRead(12, DONE)
  expect(told).toEqual([])
  await happens(11, STARTED)
  expect(await asked).toBe(true)
  await happens(12, DONE)
  expect(told).toEqual(['recovering 2', 'success 2', 'completed'])
})

test('a change that is not told to all is told to the one who asked, at its place', async () => {
  const { told, asked, isRead, happens } = await setUp({ before: [STARTED] })
  await happens(12, FAILED)
  await isRead(11, STARTED)
  expect(await asked).toBe(true)
  await happens(13, DONE)
  expect(told).toEqual(['recovering 2', 'snapshot recovering 2', 'success 2', 'completed'])
})

test('an operation that is not there is not waited for', async () => {
  const { told, asked, isGone } = await setUp()
  isGone()
  expect(await asked).toBe(false)
  expect(told).toEqual([])
})

test('when the updates before it are lost, what was read is told at once', async () => {
  const { told, asked, isRead, updates } = await setUp()
  await isRead(12, DONE)
  const expired = Object.assign(new Error('expired'), { extensions: { code: 'CURSOR_EXPIRED' } })
  updates.push({ errors: [expired as never] })
  expect(await asked).toBe(true)
  expect(told).toEqual(['snapshot success 2'])
})
