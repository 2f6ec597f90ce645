import { type Command, Option } from 'commander'
import { isTokenName, NAME_RULE } from '../../config/tokens.ts'
import { secureBytes } from '../../engine/system.ts'
import { ROLES, type Role } from '../../operation/caller.ts'
import { createToken, hashToken, tokenEntryText } from '../../server/auth/tokens.ts'
import { CliError } from '../cli-error.ts'
import { addCommand } from '../command-options.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

interface Options {
  readonly role: Role
}

const EXAMPLES = [
  'recoverable token create ada --role operator',
  "recoverable token create ci --role viewer --json | jq -r '.token, .entry'",
]

export function addToken(program: Command, run: Run): void {
  const group = program.command('token').description('make tokens, by which a server knows who asks')
  group.helpOption('-h, --help', 'this text').helpCommand(false)
  addCommand(group, 'create', 'make a token; it is shown once, and the server keeps its hash only', EXAMPLES)
    .argument('<name>', 'whose it is, as the event log will tell it')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .action(run(create))
}

async function create({ output }: Session, name: string, { role }: Options): Promise<undefined> {
  if (!isTokenName(name)) throw new CliError('USAGE', `"${name}" cannot be the name: it is ${NAME_RULE}`)
  const token = createToken(secureBytes)
  const entry = tokenEntryText({ name, role, hash: hashToken(token) })
  if (output.json) return output.document({ name, role, token, entry })
  output.pairs([
    ['Token', token],
    ['Entry', entry],
  ])
  output.note('Give the token to whom it is for: it is not shown again. Add the entry to RECOVERY_TOKENS of the server')
}
