import type { Change } from '../src/operation/change.ts'
import type { Command } from '../src/operation/command.ts'
import { encodeId } from '../src/operation/ids.ts'
import { newOperation, type Operation, type PendingOperation } from '../src/operation/operation.ts'
import type { OperationError } from '../src/operation/operation-error.ts'
import type { Store } from '../src/operation/store.ts'
import { transition } from '../src/operation/transition.ts'
import { classify } from '../src/policy/classifier.ts'

/** Commits all of them or throws. */
export async function commitAll(store: Store, changes: readonly Change[]): Promise<void> {
  const answers = await store.commit(changes)
  const refused = answers.find(({ kind }) => kind !== 'committed')
  if (refused !== undefined) throw new Error('The store did not take what the benchmark is made of', { cause: refused })
}

/** What the domain makes of a command that it must accept. */
export function changeBy(operation: Operation, command: Command, now: number): Change {
  const outcome = transition(operation, command, now)
  if (outcome.kind !== 'changed') throw new Error(`The ${command.type} of a benchmark's operation was answered ${outcome.kind}`)
  return outcome.change
}

interface Given {
  readonly functionName: string
  readonly createdAt: number
  readonly runAt?: number
  readonly priority?: number
  readonly deadlineMs?: number
}

/** The i-th operation of a benchmark, as a caller would have created it. */
export function pendingOperation(i: number, { functionName, createdAt, runAt, priority, deadlineMs }: Given): PendingOperation {
  const given = {
    id: encodeId('op', createdAt, 0, 0, i),
    functionName,
    input: { item: i, url: `https://example.com/files/${i}` },
    metadata: { tenant: `tenant ${i % 100}` },
    priority: priority ?? 0,
    idempotencyKey: null,
    runAt: runAt ?? null,
    deadlineMs: deadlineMs ?? null,
    maxAttempts: 6,
    traceId: null,
  }
  return newOperation(given, createdAt)
}

/** The start of its attempt; `now` is at or after its due time. */
export function beginning(operation: Operation, i: number, now: number): Change {
  const attemptId = encodeId('att', now, 0, 0, i)
  const token = encodeId('lease', now, 0, 0, i)
  return changeBy(operation, { type: 'begin', attemptId, token, server: 'srv_bench' }, now)
}

/** The failure of its running attempt; the next is due after `delayMs`, or there is none. */
export function failure(operation: Operation, now: number, retryable: boolean, delayMs: number | null): Change {
  const error: OperationError = { ...classify(new Error('The server answered 503'), now).error, retryable }
  const retry = delayMs === null ? null : { delayMs, strategy: 'exponential' }
  return changeBy(operation, { type: 'fail', token: operation.token ?? '', error, timedOut: false, retry }, now)
}
