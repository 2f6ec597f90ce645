import type { Operation, RunningOperation } from '../../operation/operation.ts'
import type { Log } from '../context.ts'
import { idsOf } from '../log-fields.ts'

/**
 * A line in the log about how an attempt ended.
 *
 * @param ran the row that still names the attempt, which has ended in `operation`
 */
export function reportEnd(log: Log, ran: RunningOperation, operation: Operation): void {
  const fields = { ...idsOf(ran), attempt: operation.attempt, state: operation.state }
  const error = operation.error === null ? undefined : { message: operation.error.message, code: operation.error.code }
  if (operation.state === 'success') log.debug(fields, 'Operation succeeded')
  else if (operation.finishedAt !== null) log.warn({ ...fields, error }, `Operation ended ${operation.state}`)
  else if (operation.currentAttemptId !== null) log.debug({ ...fields, until: operation.dueAt }, 'Attempt sleeps')
  else if (operation.state === 'recovering') log.info({ ...fields, error, nextAttemptAt: operation.dueAt }, 'Attempt failed')
}
