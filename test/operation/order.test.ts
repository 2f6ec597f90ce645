import { expect, test } from 'vitest'
import { orderValue } from '../../src/operation/order.ts'
import { ORDER_FIELDS } from '../../src/operation/query.ts'
import { inSituation } from './situations.ts'

const VALUES = { created_at: 1, updated_at: 2, next_attempt_at: 3, priority: 4 } as const

test.each(ORDER_FIELDS)('an order by %s sorts by the value of that field', (field) => {
  const operation = inSituation('pending', { createdAt: 1, updatedAt: 2, dueAt: 3, priority: 4 })
  expect(orderValue(operation, field)).toBe(VALUES[field])
})

test('an operation without a next attempt has no value in the order by it', () => {
  expect(orderValue(inSituation('success'), 'next_attempt_at')).toBeNull()
})
