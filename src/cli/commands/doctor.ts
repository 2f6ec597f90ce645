import { resolve } from 'node:path'
import type { Command } from 'commander'
import { ConfigError } from '../../config/config-error.ts'
import { type LoadedConfig, loadConfig } from '../../config/load.ts'
import { fileWithSecrets } from '../../config/sources.ts'
import { addRemoteCommand } from '../command-options.ts'
import { checkJump } from '../doctor/clock.ts'
import { type Finding, fail, ok, warn } from '../doctor/finding.ts'
import { checkNode } from '../doctor/node-version.ts'
import { checkPort } from '../doctor/port.ts'
import { checkSecrets } from '../doctor/secrets.ts'
import { checkServer } from '../doctor/server.ts'
import { checkSpace } from '../doctor/space.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { visible } from '../format/visible.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

const EXAMPLES = ['recoverable doctor', 'recoverable doctor --json | jq \'.checks[] | select(.status != "ok")\'']
const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red' } as const
const MENDS_CONFIG = 'Mend what is named above; "recoverable serve --help" lists all settings'

export function addDoctor(program: Command, run: Run): void {
  const about = 'look into what keeps a server from working: configuration, store, disk, port, clock, server'
  addRemoteCommand(program, 'doctor', about, EXAMPLES).action(run(doctor))
}

async function doctor(session: Session): Promise<ExitCode> {
  const { world, output } = session
  const reading = () => ({ wall: world.wallClock(), counter: world.stopwatch() })
  const before = reading()
  const here = [checkNode(world.nodeVersion), ...(await checkInstallation(session))]
  // A fault of the configuration can keep from finding the server, too: it is told once.
  const server = (await checkServer(session)).filter(({ message }) => !here.some((told) => told.message === message))
  const checks = [...here, ...server, checkJump(before, reading())]
  if (output.json) output.document({ checks })
  else for (const check of checks) tell(session, check)
  return checks.some(({ status }) => status === 'fail') ? EXIT.failed : EXIT.ok
}

/** What concerns the server that would be started here. */
async function checkInstallation({ world, options }: Session): Promise<readonly Finding[]> {
  const argv = options.config === undefined ? [] : ['--config', options.config]
  try {
    const loaded = await loadConfig({ argv, env: world.env, cwd: world.cwd })
    const secrets = await fileWithSecrets(world.cwd, options.config ?? null)
    return [
      ...(loaded.wants === 'server' ? await checkConfigured(loaded, world.cwd) : []),
      // Windows keeps the rights of files in another way, which Node does not tell of.
      ...(secrets === null ? [] : [await checkSecrets(secrets, process.platform !== 'win32')]),
    ]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => fail('configuration', problem, MENDS_CONFIG))
  }
}

async function checkConfigured({ config, warnings }: LoadedConfig, cwd: string): Promise<readonly Finding[]> {
  const { store, host, port } = config
  const file = store.startsWith('sqlite:') ? resolve(cwd, store.slice('sqlite:'.length)) : null
  // Loaded only here: other commands need no database.
  const { checkStore } = await import('../doctor/store.ts')
  return [
    ok('configuration', 'It can be used'),
    ...warnings.map((warning) => warn('configuration', warning, 'Correct the name, or remove the variable')),
    await checkStore(store, file, config.encryptionKey),
    ...(file === null ? [] : [await checkSpace('disk of the store', file)]),
    await checkSpace('disk of downloads', resolve(cwd, config.downloadDir)),
    await checkPort(host, port),
  ]
}

function tell({ output }: Session, { name, status, message, remedy }: Finding): void {
  output.lines([
    `${output.paint(status.padEnd(4), COLOURS[status])}  ${visible(`${name}: ${message}`)}`,
    ...(remedy === null ? [] : [`      ${visible(remedy)}`]),
  ])
}
