import { CancelMany, DeleteMany, PauseMany, ResumeMany, RetryMany } from '../../documents/bulk.ts'
import type { BulkResultPartsFragment } from '../../gql/graphql.ts'
import { act } from '../../state/act.ts'
import { outcomeText } from '../../text/bulk-outcome.ts'
import { BULK_TEXTS, type BulkAction, type BulkTarget, targetInput } from './bulk-actions.ts'

/** Does it, and tells what came of it. Answers the result; null when it failed, which has been told. */
export function runBulk(action: BulkAction, target: BulkTarget, reason: string): Promise<BulkResultPartsFragment | null> {
  const input = targetInput(target)
  const { label, doing, done } = BULK_TEXTS[action]
  const texts = {
    done: (result: BulkResultPartsFragment) => (result.operation === null ? outcomeText(done, result) : `${doing} …`),
    failed: `${label} did not work`,
  }
  switch (action) {
    case 'retry':
      return act(RetryMany, { input }, texts)
    case 'force':
      return act(RetryMany, { input: { ...input, force: true } }, texts)
    case 'pause':
      return act(PauseMany, { input }, texts)
    case 'resume':
      return act(ResumeMany, { input }, texts)
    case 'cancel':
      return act(CancelMany, { input: reason === '' ? input : { ...input, reason } }, texts)
    case 'delete':
      return act(DeleteMany, { input }, texts)
  }
}
