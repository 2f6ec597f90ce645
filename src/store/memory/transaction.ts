import type { Attempt } from '../../operation/attempt.ts'
import type { AttemptWrite, Change } from '../../operation/change.ts'
import type { OperationEvent, StoredEvent } from '../../operation/event.ts'
import { copyJson, type Json } from '../../operation/json.ts'
import type { Operation } from '../../operation/operation.ts'
import type { Step } from '../../operation/step.ts'
import type { CommitAnswer } from '../../operation/store.ts'
import { sumActivity } from '../activity-sums.ts'
import { sumCounters } from '../counter-sums.ts'
import type { Tables } from './tables.ts'

const COMMITTED: CommitAnswer = { kind: 'committed' }
const CONFLICT: CommitAnswer = { kind: 'conflict' }
const STALE: CommitAnswer = { kind: 'stale' }

/** The changes of one batch, kept beside the tables until they are all known to be good. */
export class MemoryTransaction {
  readonly #tables: Tables
  readonly #operations = new Map<string, Operation>()
  readonly #keys = new Map<string, string>()
  readonly #attempts = new Map<string, Attempt>()
  readonly #steps = new Map<string, Step>()
  /** Operations that begin anew: the steps they had are deleted. */
  readonly #anew = new Set<string>()
  readonly accepted: Change[] = []

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** @throws when the change contradicts itself or the tables; the batch is then given up. */
  apply(change: Change): CommitAnswer {
    const refusal = this.#refusal(change)
    if (refusal !== null) return refusal
    const { operation } = change
    this.#operations.set(operation.id, rowAfter(change, this.#operation(operation.id)))
    if (operation.idempotencyKey !== null) this.#keys.set(keyText(operation), operation.id)
    if (change.writes.input && change.before !== null) this.#deleteSteps(operation.id)
    if (change.attempt !== null) this.#writeAttempt(operation.id, change.attempt)
    for (const step of change.steps) this.#insertStep(step)
    this.accepted.push(change)
    return COMMITTED
  }

  /** Makes everything accepted visible at once. */
  commit(): readonly StoredEvent[] {
    const events: OperationEvent[] = []
    for (const operation of this.#operations.values()) this.#tables.operations.put(operation)
    for (const attempt of this.#attempts.values()) this.#tables.attempts.put(attempt)
    for (const id of this.#anew) this.#tables.steps.deleteOf(id)
    for (const step of this.#steps.values()) this.#tables.steps.put(step)
    for (const { event } of this.accepted) if (event !== null) events.push({ ...event, data: copyJson(event.data) })
    this.#tables.count(sumCounters(this.accepted))
    this.#tables.activity.add(sumActivity(this.accepted))
    return this.#tables.log.append(events)
  }

  #refusal({ guard, operation }: Change): CommitAnswer | null {
    const stored = this.#operation(operation.id)
    switch (guard.kind) {
      case 'absent': {
        if (stored !== undefined) return { kind: 'duplicate', holder: stored.id, by: 'id' }
        const holder = this.#holderOfKey(operation)
        return holder === undefined ? null : { kind: 'duplicate', holder, by: 'idempotency key' }
      }
      case 'version':
        return stored?.version === guard.version ? null : CONFLICT
      case 'token':
        return stored?.token === guard.token ? null : STALE
    }
  }

  #operation(id: string): Operation | undefined {
    return this.#operations.get(id) ?? this.#tables.operations.get(id)
  }

  #holderOfKey(operation: Operation): string | undefined {
    const { functionName, idempotencyKey } = operation
    if (idempotencyKey === null) return undefined
    return this.#keys.get(keyText(operation)) ?? this.#tables.operations.holderOf(functionName, idempotencyKey)
  }

  #writeAttempt(operationId: string, write: AttemptWrite): void {
    const id = write.kind === 'begin' ? write.attempt.id : write.id
    const stored = this.#attempts.get(id) ?? this.#tables.attempts.get(id)
    if (write.kind === 'begin') {
      if (stored !== undefined) throw new Error(`There is an attempt "${id}" already`)
      this.#attempts.set(id, write.attempt)
      return
    }
    if (stored?.operationId !== operationId) throw new Error(`Operation "${operationId}" has no attempt "${id}"`)
    const { outcome, finishedAt, error } = write
    this.#attempts.set(id, { ...stored, outcome, finishedAt, error })
  }

  #deleteSteps(operationId: string): void {
    for (const step of this.#steps.values()) if (step.operationId === operationId) this.#steps.delete(step.id)
    this.#anew.add(operationId)
  }

  #insertStep(step: Step): void {
    const stored = this.#anew.has(step.operationId) ? [] : this.#tables.steps.of(step.operationId)
    const taken = this.#steps.get(step.id) ?? this.#tables.steps.get(step.id)
    if (taken !== undefined) throw new Error(`There is a step "${step.id}" already`)
    const siblings = [...this.#steps.values(), ...stored]
    if (siblings.some((other) => other.operationId === step.operationId && other.name === step.name)) {
      throw new Error(`Operation "${step.operationId}" has a step named "${step.name}" already`)
    }
    this.#steps.set(step.id, { ...step, output: copyJson(step.output) })
  }
}

/** The row as it will be: what the change does not write stays, and what it writes shares nothing with the caller. */
function rowAfter({ operation, writes }: Change, stored: Operation | undefined): Operation {
  const source = writes.state || stored === undefined ? operation : { ...stored, updatedAt: operation.updatedAt }
  return {
    ...source,
    input: writes.input || stored === undefined ? own(source.input, stored?.input) : stored.input,
    metadata: own(source.metadata, stored?.metadata),
    result: own(source.result, stored?.result),
    progress: writes.progress || stored === undefined ? operation.progress : stored.progress,
    checkpoint: writes.checkpoint || stored === undefined ? copyJson(operation.checkpoint) : stored.checkpoint,
    // Only parts of the same kind are exchanged, so the state's own fields stay together.
  } as Operation
}

function own<T extends Json>(value: T, stored: T | undefined): T {
  return value === stored ? value : copyJson(value)
}

function keyText(operation: Operation): string {
  return JSON.stringify([operation.functionName, operation.idempotencyKey])
}
