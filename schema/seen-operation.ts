import type { Operation } from '../src/operation/operation.ts'

/**
 * An operation with the event cursor that was read before it: subscribing after the cursor misses nothing that
 * happened to the operation since.
 */
export type SeenOperation = Operation & { readonly eventCursor: string }
