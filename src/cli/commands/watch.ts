import type { Command } from 'commander'
import { addRemoteCommand } from '../command-options.ts'
import type { ExitCode } from '../exit-codes.ts'
import { followToEnd } from '../follow-to-end.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'
import { watchAll } from '../watch-all.ts'

interface Options {
  readonly function?: string
}

const EXAMPLES = [
  'recoverable watch',
  'recoverable watch op_0190f3k8e7v2m4',
  'recoverable watch --function download --json | jq -r \'select(.state == "FAILED") | .operationId\'',
]

export function addWatch(program: Command, run: Run): void {
  const about = 'show what happens, live: one operation until it ends, or all of them until Ctrl-C'
  addRemoteCommand(program, 'watch', about, EXAMPLES)
    .argument('[id]', 'the id of one operation')
    .option('--function <name>', 'only the operations of this function')
    .action(run(watch))
}

function watch(session: Session, id: string | undefined, options: Options): Promise<ExitCode> {
  return id === undefined ? watchAll(session, options.function ?? null) : followToEnd(session, id)
}
