import type { ExecutionResult } from 'graphql'
import { onTestFinished } from 'vitest'
import type { OwnGraphql } from '../../../src/server/own-graphql.ts'
import { Head, Updates } from '../../../src/server/socketio/documents.ts'
import { Feed } from '../../../src/server/socketio/feed.ts'
import type { FoundOperation, Update } from '../../../src/server/socketio/payloads.ts'
import { FakeClock } from '../../support/fake-clock.ts'

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

export type Change = Pick<Update, 'type' | 'state' | 'attempt'>

export const STARTED: Change = { type: 'attempt_started', state: 'RECOVERING', attempt: 2 }
export const FAILED: Change = { type: 'attempt_failed', state: 'RECOVERING', attempt: 2 }
export const DONE: Change = { type: 'succeeded', state: 'SUCCESS', attempt: 2 }

const AT = '2026-01-01T00:00:00.000Z'

/** A feed whose events come when the test says so, and what it told. It begins at position 10 of the log. */
export async function fakeFeed() {
  const [updates, breakers] = [new Results(), new Results()]
  const found = Promise.withResolvers<{ readonly operation: FoundOperation | null }>()
  const graphql = {
    ask: (document: object) => (document === Head ? { recoveryStatus: { eventCursor: cursorAt(10) } } : found.promise),
    follow: (document: object) => (document === Updates ? updates : breakers),
  } as unknown as OwnGraphql
  const told: string[] = []
  const emit = (name: string, payload: object) => {
    const { state, attempt } = payload as { readonly state?: string; readonly attempt?: number }
    told.push(name === 'recovery_completed' ? 'completed' : `${state} ${attempt}`)
  }
  const clock = new FakeClock()
  const feed = new Feed({ graphql, clock, log: LOG, emit })
  onTestFinished(() => feed.stop())
  await feed.begun()
  return { feed, graphql, found, told, clock, push: (result: ExecutionResult) => updates.push(result) }
}

function cursorAt(position: number): string {
  return `evt_00000000_${position.toString(36)}`
}

/** What the subscription says of a change. */
export function updateOf(operationId: string, position: number, change: Change): ExecutionResult {
  const completed = change.state === 'SUCCESS' ? { success: true, finalState: change.state, totalAttempts: 2, duration: 1 } : null
  const same = { operationId, functionName: 'work', maxAttempts: 3, error: null, timestamp: AT }
  return { data: { recoveryUpdate: { ...same, ...change, cursor: cursorAt(position), completed } } }
}

/** It tells the state that the operation was in, and ends nothing. */
export function deletionOf(operationId: string, position: number): ExecutionResult {
  const { data } = updateOf(operationId, position, { ...DONE, type: 'deleted' })
  return { data: { recoveryUpdate: { ...(data?.recoveryUpdate as object), completed: null } } }
}

/** The operation `mine` as it is read; `position` is that of its last event, null when retention deleted them. */
export function foundAt(position: number | null, { state, attempt }: Change): FoundOperation {
  const edges = position === null ? [] : [{ node: { cursor: cursorAt(position) } }]
  return { id: 'mine', functionName: 'work', maxAttempts: 3, updatedAt: AT, error: null, state, attempt, events: { edges } }
}
