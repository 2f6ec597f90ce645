import { resultOf } from './handle.ts'
import type { Recovery } from './recovery.ts'
import type { Started } from './starter.ts'
import type { Waiters } from './waiters.ts'

/** Starts the operation that has this id, or had it already, and answers its result; throws what `start` and `Handle.result` throw. */
export async function runToEnd<O>(recovery: Recovery, waiters: Waiters, id: string, start: () => Promise<Started>): Promise<O> {
  // Waiting begins before the start, so that the end cannot come between the two.
  const waiting = waiters.wait(id)
  try {
    const { operation, deduplicated } = await start()
    return resultOf<O>(await (deduplicated ? recovery.ending(operation.id) : waiting.ended))
  } finally {
    waiting.stop()
  }
}
