import type { Command } from 'commander'
import type { Run } from '../program.ts'

/** `recoverable serve`: the server itself reads its flags, so that they are the same as those of `npm start`. */
export function addServe(program: Command, run: Run): void {
  program
    .command('serve')
    .description('run a server; "serve --help" lists its settings')
    .argument('[flags...]', 'the settings, such as --port 8080')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(
      run(async ({ world }, flags: readonly string[]) => {
        await world.serve(flags)
        return undefined
      }),
    )
}
