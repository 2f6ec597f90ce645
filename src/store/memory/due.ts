import type { WaitingOperation } from '../../operation/operation.ts'
import type { SortedList } from './sorted-list.ts'

/** The due ones of a list sorted by falling priority, then rising due time: each priority's are a run of it. */
export function dueOperations(waiting: SortedList<WaitingOperation>, now: number, limit: number): readonly WaitingOperation[] {
  const found: WaitingOperation[] = []
  let level = first(waiting.ascending(), 1)[0]?.priority
  while (level !== undefined && found.length < limit) {
    const priority = level
    for (const operation of waiting.ascending((other) => other.priority > priority)) {
      if (operation.priority !== priority || operation.dueAt > now || found.length === limit) break
      found.push(operation)
    }
    level = first(
      waiting.ascending((other) => other.priority >= priority),
      1,
    )[0]?.priority
  }
  return found
}

export function first<T>(items: Iterable<T>, limit: number): T[] {
  const found: T[] = []
  for (const item of items) {
    if (found.length >= limit) break
    found.push(item)
  }
  return found
}
