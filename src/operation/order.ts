import type { Operation } from './operation.ts'
import type { OrderField } from './query.ts'

/** What orders look at. */
export type Ordered = Pick<Operation, 'createdAt' | 'updatedAt' | 'dueAt' | 'priority'>

/** The value by which an order sorts an operation; null (no next attempt) is later than any. */
export function orderValue(operation: Ordered, field: OrderField): number | null {
  switch (field) {
    case 'created_at':
      return operation.createdAt
    case 'updated_at':
      return operation.updatedAt
    case 'next_attempt_at':
      return operation.dueAt
    case 'priority':
      return operation.priority
  }
}
