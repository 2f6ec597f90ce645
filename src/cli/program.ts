import { Command, CommanderError } from 'commander'
import { addBreakers } from './commands/breakers.ts'
import { addControls } from './commands/controls.ts'
import { addDelete } from './commands/delete.ts'
import { addDoctor } from './commands/doctor.ts'
import { addDownload } from './commands/download.ts'
import { addList } from './commands/list.ts'
import { addMigrate } from './commands/migrate.ts'
import { addServe } from './commands/serve.ts'
import { addSettings } from './commands/settings.ts'
import { addShow } from './commands/show.ts'
import { addStart } from './commands/start.ts'
import { addStatus } from './commands/status.ts'
import { addToken } from './commands/token.ts'
import { addWatch } from './commands/watch.ts'
import { EXIT, EXIT_HELP, type ExitCode, exitCodeOf } from './exit-codes.ts'
import { type CommonOptions, Session } from './session.ts'
import type { World } from './world.ts'

/** What a command does. It answers the exit code; nothing is 0. */
export type Action<Args extends unknown[]> = (session: Session, ...args: Args) => Promise<ExitCode | undefined>

/** Makes a command's action fit for commander: it gives it a session, and tells what went wrong. */
export type Run = <Args extends unknown[]>(action: Action<Args>) => (...args: [...Args, unknown]) => Promise<void>

const ABOUT = 'Durable recovery of operations, at the command line: starts, watches and controls what a server runs.'
const ENVIRONMENT = `
The server is found by --url and --token, by RECOVERY_URL and RECOVERY_TOKEN, or by the section
client: { url, token } of recoverable.config.ts or recoverable.config.json, in this order; without any
of them it is http://127.0.0.1:4000. NO_COLOR switches colours off.

Examples:
  recoverable serve
  recoverable download https://example.com/model.bin model.bin
  recoverable list --state FAILED EXHAUSTED --json
  recoverable watch
`

/** Runs the command line. Answers the exit code. */
export async function runCli(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok
  const run: Run =
    (action) =>
    async (...args) => {
      const command = args.at(-1) as Command
      code = await perform(action as Action<unknown[]>, args.slice(0, -1), new Session(world, command.opts<CommonOptions>()))
    }
  const program = createProgram(world, run)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  }
  return code
}

async function perform(action: Action<unknown[]>, args: unknown[], session: Session): Promise<ExitCode> {
  try {
    return (await action(session, ...args)) ?? EXIT.ok
  } catch (error) {
    session.output.error(await session.explained(error))
    return exitCodeOf(error)
  } finally {
    await session.close()
  }
}

function createProgram({ stdout, stderr, version }: World, run: Run): Command {
  const program = new Command('recoverable')
    .description(ABOUT)
    .version(version, '-v, --version', 'the version')
    .helpOption('-h, --help', 'this text')
    .helpCommand(false)
    .addHelpText('after', ENVIRONMENT)
    .addHelpText('afterAll', EXIT_HELP)
    .exitOverride()
    .showHelpAfterError('Add --help to see what there is.')
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
    })
  addServe(program, run)
  addStart(program, run)
  addDownload(program, run)
  addList(program, run)
  addShow(program, run)
  addWatch(program, run)
  addControls(program, run)
  addDelete(program, run)
  addBreakers(program, run)
  addStatus(program, run)
  addSettings(program, run)
  addToken(program, run)
  addMigrate(program, run)
  addDoctor(program, run)
  return program
}
