import type { Command } from 'commander'
import { addRemoteCommand, splitPair, texts } from '../command-options.ts'
import type { ExitCode } from '../exit-codes.ts'
import { followToEnd } from '../follow-to-end.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'
import { addStartingOptions, type StartingOptions, startingInput, startOperation } from './start.ts'

interface Options extends StartingOptions {
  readonly sha256?: string
  readonly mirror?: readonly string[]
  readonly header?: Readonly<Record<string, string>>
  readonly detach?: true
}

const EXAMPLES = [
  'recoverable download https://example.com/model.bin model.bin',
  'recoverable download https://example.com/model.bin model.bin --mirror https://mirror.example.com/model.bin',
  'recoverable download https://example.com/a.iso a.iso --sha256 9f86d081884c7d65… --detach',
]

export function addDownload(program: Command, run: Run): void {
  const about = 'let the server download a file, and show how far it is; goes on through restarts of the server'
  const command = addRemoteCommand(program, 'download', about, EXAMPLES)
    .argument('<url>', 'where the file is')
    .argument('<destination>', 'where to put it, in the download folder of the server')
    .option('--sha256 <hex>', 'what the SHA-256 of the file must be')
    .option('--mirror <url...>', 'where the same file is too', texts)
    .option('--header <name=value...>', 'what to send with the request', header)
  addStartingOptions(command).option('--detach', 'do not wait for its end').action(run(download))
}

async function download(session: Session, url: string, destination: string, options: Options): Promise<ExitCode | undefined> {
  const { sha256, mirror, header: headers, detach } = options
  const input = { url, destination, ...(sha256 && { sha256 }), ...(mirror && { mirrors: mirror }), ...(headers && { headers }) }
  const id = await startOperation(
    session,
    { functionName: 'download', input, ...startingInput(options, session.now()) },
    detach === true,
  )
  return detach ? undefined : followToEnd(session, id)
}

function header(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [name, value] = splitPair(text)
  return { ...before, [name]: value }
}
