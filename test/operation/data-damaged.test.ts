import { expect, test } from 'vitest'
import { DataDamagedError } from '../../src/operation/errors.ts'

test('what is damaged is named: whose it is, which part, and why', () => {
  const cause = new Error('unable to authenticate')
  const error = new DataDamagedError('it was changed', { id: 'op_1', part: 'operations.input', cause })

  expect(error).toMatchObject({ code: 'DATA_DAMAGED', name: 'DataDamagedError', id: 'op_1', part: 'operations.input', cause })
  expect(error.message).toBe('What is stored as operations.input of "op_1" cannot be read: it was changed')
})
