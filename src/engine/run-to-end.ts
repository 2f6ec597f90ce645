import { resultOf } from './handle.ts'
import type { Started } from './starter.ts'
import type { Ending, Waiters } from './waiters.ts'

interface Endings {
  ending(id: string): Promise<Ending>
}

/**
 * Starts an operation and waits for its result.
 *
 * @param waiting begun before the start, so that the end cannot come between the two
 * @throws what `start` throws, and OperationEndedError
 */
export async function runToEnd<O>(
  endings: Endings,
  waiting: ReturnType<Waiters['wait']>,
  start: () => Promise<Started>,
): Promise<O> {
  try {
    const { operation, deduplicated } = await start()
    return resultOf<O>(await (deduplicated ? endings.ending(operation.id) : waiting.ended))
  } finally {
    waiting.stop()
  }
}
