import type { Role } from '../operation/caller.ts'
import type { Operation } from '../operation/operation.ts'
import { BULK_FUNCTION, type BulkInput } from './bulk/bulk-operation.ts'
import type { Registry } from './registry.ts'

/**
 * The role that a caller over the network needs to pause, resume, retry or cancel an operation: that of whoever may have
 * it started. Otherwise a retry would be a way to what its caller may not ask for, such as a large deletion.
 */
export function roleToControl({ functionName, input }: Operation, registry: Pick<Registry, 'find'>): Role {
  if (registry.find(functionName)?.internal !== true) return 'operator'
  const isOfOperators = functionName === BULK_FUNCTION && (input as unknown as BulkInput).request.action !== 'delete'
  return isOfOperators ? 'operator' : 'admin'
}
