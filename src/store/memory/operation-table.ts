import { isRunning, isWaiting, type Operation, type RunningOperation, type WaitingOperation } from '../../operation/operation.ts'
import { ORDER_FIELDS, type OrderField } from '../../operation/store.ts'
import { compareKeys, compareText, keyOf } from '../order.ts'
import { SortedList } from './sorted-list.ts'

type Active = WaitingOperation | RunningOperation

/** The operations, with an index for each way they are asked for. */
export class OperationTable {
  readonly #byId = new Map<string, Operation>()
  readonly #byKey = new Map<string, string>()
  readonly #orders = new Map<OrderField, SortedList<Operation>>()
  readonly #waiting = new Map<string, SortedList<WaitingOperation>>()
  readonly dueTimes = new SortedList<WaitingOperation>((a, b) => a.dueAt - b.dueAt || compareText(a.id, b.id))
  readonly running = new SortedList<RunningOperation>((a, b) => compareText(a.id, b.id))
  readonly deadlines = new SortedList<Active>((a, b) => deadlineOf(a) - deadlineOf(b) || compareText(a.id, b.id))

  constructor() {
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

  /** Highest priority first, then the longest due. */
  waiting(functionName: string): SortedList<WaitingOperation> {
    let list = this.#waiting.get(functionName)
    if (list === undefined) {
      list = new SortedList((a, b) => b.priority - a.priority || a.dueAt - b.dueAt || compareText(a.id, b.id))
      this.#waiting.set(functionName, list)
    }
    return list
  }

  put(operation: Operation): void {
    this.delete(operation.id)
    this.#byId.set(operation.id, operation)
    if (operation.idempotencyKey !== null) {
      this.#byKey.set(keyText(operation.functionName, operation.idempotencyKey), operation.id)
    }
    for (const list of this.#orders.values()) list.add(operation)
    if (isWaiting(operation)) {
      this.waiting(operation.functionName).add(operation)
      this.dueTimes.add(operation)
    }
    if (isRunning(operation)) this.running.add(operation)
    if (hasDeadline(operation)) this.deadlines.add(operation)
  }

  delete(id: string): void {
    const operation = this.#byId.get(id)
    if (operation === undefined) return
    this.#byId.delete(id)
    if (operation.idempotencyKey !== null) this.#byKey.delete(keyText(operation.functionName, operation.idempotencyKey))
    for (const list of this.#orders.values()) list.delete(operation)
    if (isWaiting(operation)) {
      this.waiting(operation.functionName).delete(operation)
      this.dueTimes.delete(operation)
    }
    if (isRunning(operation)) this.running.delete(operation)
    if (hasDeadline(operation)) this.deadlines.delete(operation)
  }
}

function hasDeadline(operation: Operation): operation is Active {
  return operation.deadlineAt !== null && (isWaiting(operation) || isRunning(operation))
}

function deadlineOf(operation: Active): number {
  return operation.deadlineAt ?? Number.POSITIVE_INFINITY
}

/** Neither part can be mistaken for the other: the first is as long as its length says. */
function keyText(functionName: string, idempotencyKey: string): string {
  return `${functionName.length} ${functionName} ${idempotencyKey}`
}
