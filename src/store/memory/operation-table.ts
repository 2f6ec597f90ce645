import {
  isBlocked,
  isRunning,
  isWaiting,
  type Operation,
  type RunningOperation,
  type WaitingOperation,
} from '../../operation/operation.ts'
import { type FinishedBefore, ORDER_FIELDS, type OrderField } from '../../operation/query.ts'
import { FINISHED_STATES, type FinishedState, isFinished } from '../../operation/state.ts'
import type { BlockedScope } from '../../operation/store.ts'
import { compareKeys, compareText, keyOf } from '../order.ts'
import { first } from './due.ts'
import { SortedList } from './sorted-list.ts'

type Active = WaitingOperation | RunningOperation

/** The operations, with an index for each way they are asked for. */
export class OperationTable {
  readonly #byId = new Map<string, Operation>()
  readonly #byKey = new Map<string, string>()
  readonly #orders = new Map<OrderField, SortedList<Operation>>()
  readonly #waiting = new Map<string, SortedList<WaitingOperation>>()
  readonly #blocked = new Map<string, SortedList<WaitingOperation>>()
  /** The same, by function and scope. */
  readonly #blockedBy = new Map<string, Map<string, SortedList<WaitingOperation>>>()
  readonly dueTimes = new SortedList<WaitingOperation>((a, b) => a.dueAt - b.dueAt || compareText(a.id, b.id))
  readonly running = new SortedList<RunningOperation>((a, b) => compareText(a.id, b.id))
  readonly deadlines = new SortedList<Active>((a, b) => deadlineOf(a) - deadlineOf(b) || compareText(a.id, b.id))

  /** By their end, for retention. */
  readonly #finished = new Map<FinishedState, SortedList<Operation>>()

  constructor() {
    for (const state of FINISHED_STATES) {
      this.#finished.set(state, new SortedList((a, b) => endOf(a) - endOf(b) || compareText(a.id, b.id)))
    }
    for (const field of ORDER_FIELDS) {
      this.#orders.set(field, new SortedList((a, b) => compareKeys(keyOf(a, field), keyOf(b, field))))
    }
  }

  get(id: string): Operation | undefined {
    return this.#byId.get(id)
  }

  all(): Iterable<Operation> {
    return this.#byId.values()
  }

  holderOf(functionName: string, idempotencyKey: string): string | undefined {
    return this.#byKey.get(keyText(functionName, idempotencyKey))
  }

  inOrder(field: OrderField): SortedList<Operation> {
    return this.#orders.get(field) as SortedList<Operation>
  }

  /** Those that can be due: highest priority first, then the longest due. */
  waiting(functionName: string): SortedList<WaitingOperation> {
    return listOf(this.#waiting, functionName)
  }

  nextDueAt(now: number): number | null {
    for (const { dueAt } of this.dueTimes.ascending((operation) => operation.dueAt <= now)) return dueAt
    return null
  }

  nextDeadlineAt(now: number): number | null {
    for (const operation of this.deadlines.ascending((one) => deadlineOf(one) <= now)) return operation.deadlineAt
    return null
  }

  /** Those that wait for their circuit breaker, or for that of a scope, in the same order. */
  blocked(functionName: string, scope?: string): SortedList<WaitingOperation> {
    if (scope === undefined) return listOf(this.#blocked, functionName)
    return this.#scopesOf(functionName).get(scope) ?? inOrderOfDue()
  }

  blockedScopes(functionName: string): readonly BlockedScope[] {
    return Array.from(this.#scopesOf(functionName), ([scope, { size }]) => ({ functionName, scope, operations: size }))
  }

  #scopesOf(functionName: string): Map<string, SortedList<WaitingOperation>> {
    return this.#blockedBy.get(functionName) ?? new Map()
  }

  #addBlocked(operation: WaitingOperation): void {
    const { functionName, blockedBy } = operation
    const scopes = this.#scopesOf(functionName)
    this.#blockedBy.set(functionName, scopes)
    this.blocked(functionName).add(operation)
    listOf(scopes, blockedBy as string).add(operation)
  }

  #deleteBlocked(operation: WaitingOperation): void {
    const { functionName, blockedBy } = operation
    const scopes = this.#scopesOf(functionName)
    const list = listOf(scopes, blockedBy as string)
    this.blocked(functionName).delete(operation)
    list.delete(operation)
    if (list.size === 0) scopes.delete(blockedBy as string)
  }

  /** The ids of the oldest of them. */
  finishedBefore({ state, before, functionName }: FinishedBefore, limit: number): readonly string[] {
    const ids: string[] = []
    for (const operation of this.#finished.get(state)?.ascending() ?? []) {
      if (ids.length === limit || endOf(operation) >= before) break
      if (functionName === undefined || operation.functionName === functionName) ids.push(operation.id)
    }
    return ids
  }

  /** Those that ended in this state, the latest first. */
  latestFinished(state: FinishedState, limit: number): readonly Operation[] {
    return first(this.#finished.get(state)?.descending() ?? [], limit)
  }

  overdue(now: number, limit: number): readonly Active[] {
    return first(this.deadlines.ascending(), limit).filter((operation) => deadlineOf(operation) <= now)
  }

  put(operation: Operation): void {
    this.delete(operation.id)
    this.#byId.set(operation.id, operation)
    if (operation.idempotencyKey !== null) {
      this.#byKey.set(keyText(operation.functionName, operation.idempotencyKey), operation.id)
    }
    for (const list of this.#orders.values()) list.add(operation)
    if (isWaiting(operation) && isBlocked(operation)) this.#addBlocked(operation)
    else if (isWaiting(operation)) {
      this.waiting(operation.functionName).add(operation)
      this.dueTimes.add(operation)
    }
    if (isRunning(operation)) this.running.add(operation)
    if (hasDeadline(operation)) this.deadlines.add(operation)
    if (isFinished(operation.state)) this.#finished.get(operation.state)?.add(operation)
  }

  delete(id: string): void {
    const operation = this.#byId.get(id)
    if (operation === undefined) return
    this.#byId.delete(id)
    if (operation.idempotencyKey !== null) this.#byKey.delete(keyText(operation.functionName, operation.idempotencyKey))
    for (const list of this.#orders.values()) list.delete(operation)
    if (isWaiting(operation) && isBlocked(operation)) this.#deleteBlocked(operation)
    else if (isWaiting(operation)) {
      this.waiting(operation.functionName).delete(operation)
      this.dueTimes.delete(operation)
    }
    if (isRunning(operation)) this.running.delete(operation)
    if (hasDeadline(operation)) this.deadlines.delete(operation)
    if (isFinished(operation.state)) this.#finished.get(operation.state)?.delete(operation)
  }
}

function listOf(lists: Map<string, SortedList<WaitingOperation>>, functionName: string): SortedList<WaitingOperation> {
  let list = lists.get(functionName)
  if (list === undefined) {
    list = inOrderOfDue()
    lists.set(functionName, list)
  }
  return list
}

function inOrderOfDue(): SortedList<WaitingOperation> {
  return new SortedList((a, b) => b.priority - a.priority || a.dueAt - b.dueAt || compareText(a.id, b.id))
}

function hasDeadline(operation: Operation): operation is Active {
  return operation.deadlineAt !== null && (isWaiting(operation) || isRunning(operation))
}

function endOf(operation: Operation): number {
  return operation.finishedAt ?? Number.POSITIVE_INFINITY
}

function deadlineOf(operation: Active): number {
  return operation.deadlineAt ?? Number.POSITIVE_INFINITY
}

/** Neither part can be mistaken for the other: the first is as long as its length says. */
function keyText(functionName: string, idempotencyKey: string): string {
  return `${functionName.length} ${functionName} ${idempotencyKey}`
}
