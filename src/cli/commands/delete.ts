import type { Command } from 'commander'
import { addBulkOptions, type BulkOptions, controlMany, type Selection, selectionOf } from '../bulk.ts'
import { DeleteMany } from '../bulk-documents.ts'
import { CliError } from '../cli-error.ts'
import { addRemoteCommand } from '../command-options.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

const EXAMPLES = [
  'recoverable delete op_0190f3k8e7v2m4 --yes',
  'recoverable delete --filter state=SUCCESS before=30d',
  'recoverable delete --filter metadata.customer=42 --yes --json',
]

export function addDelete(program: Command, run: Run): void {
  const about = 'delete operations that have ended, with all that is theirs'
  addBulkOptions(addRemoteCommand(program, 'delete', about, EXAMPLES).argument('[id...]', 'the ids of operations')).action(
    run(deleteMany),
  )
}

async function deleteMany(session: Session, ids: readonly string[], options: BulkOptions): Promise<ExitCode> {
  const selection: Selection = selectionOf(ids, options, session.now()) ?? { filter: { ids: [...ids] }, all: false }
  return controlMany(session, selection, options, async (api) => {
    const { deleteOperations: outcome } = await api.request(DeleteMany, { input: selection })
    if (ids.length > 0 && outcome.matched === 0) throw new CliError('NOT_FOUND', 'None of these operations is there')
    return outcome
  })
}
