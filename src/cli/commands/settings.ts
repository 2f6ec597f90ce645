import type { Command } from 'commander'
import { accepted, CliError } from '../cli-error.ts'
import { addRemoteCommand, splitPair } from '../command-options.ts'
import { Settings, UpdateSettings } from '../documents/server.ts'
import { formatDuration } from '../format/units.ts'
import type { SettingsQuery } from '../gql/graphql.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

type Answered = SettingsQuery['settings']

const DURATIONS: readonly string[] = [
  'initialDelay',
  'maxDelay',
  'circuitBreakerTimeout',
  'retention',
  'eventRetention',
  'downloadTimeout',
  'downloadAttemptTimeout',
] satisfies readonly (keyof Answered)[]

/** Of these, 0 sets no limit. */
const LIMITS: readonly string[] = ['downloadBandwidthLimit', 'downloadAttemptTimeout'] satisfies readonly (keyof Answered)[]

const EXAMPLES = [
  'recoverable settings',
  'recoverable settings maxRetries=8 maxDelay=10m',
  'recoverable settings maxRetries=default',
]

export function addSettings(program: Command, run: Run): void {
  addRemoteCommand(program, 'settings', 'tell the settings that can be changed while the server runs, or change some', EXAMPLES)
    .argument('[name=value...]', 'what to change; "default" gives a setting back its configured value')
    .action(run(settings))
}

async function settings(session: Session, changes: readonly string[]): Promise<undefined> {
  const api = await session.api()
  const { settings: found } = await api.request(Settings, {})
  if (changes.length === 0) return tell(session, found)
  const input = Object.fromEntries(changes.map((text) => readChange(text, found)))
  const { updateSettings } = await api.request(UpdateSettings, { input })
  tell(session, accepted(updateSettings).settings)
}

/** Numbers go as such, lengths of time as text, `default` as null; how large it may be, the server knows. */
function readChange(text: string, known: Answered): readonly [name: string, value: unknown] {
  const [name, value] = splitPair(text)
  const names = Object.keys(known).filter((key) => key !== 'changed')
  if (!names.includes(name)) throw new CliError('USAGE', `There is no setting "${name}"; there are ${names.join(', ')}`)
  if (value === 'default') return [name, null]
  const isNumber = /^\d+(\.\d+)?$/.test(value)
  if (!DURATIONS.includes(name)) {
    if (isNumber) return [name, Number(value)]
    throw new CliError('USAGE', `"${name}" is a number, such as ${name}=8, and not "${value}"`)
  }
  // The configuration would take digits for seconds, the API for milliseconds: nobody shall have to guess.
  if (isNumber && Number(value) !== 0)
    throw new CliError('USAGE', `"${name}" is a length of time: say its unit, such as ${value}s`)
  return [name, isNumber ? 0 : value]
}

function tell({ output }: Session, found: Answered): undefined {
  if (output.json) output.document({ settings: found })
  else {
    const { changed, ...values } = found
    const rows = Object.entries(values).map(([name, value]) => [
      name,
      shown(name, value),
      changed.includes(name) ? 'changed at run time' : '',
    ])
    output.table(['SETTING', 'VALUE', ''], rows)
  }
}

function shown(name: string, value: unknown): string {
  if (value === null) return 'none'
  if (value === 0 && LIMITS.includes(name)) return 'no limit'
  return typeof value === 'number' && DURATIONS.includes(name) ? formatDuration(value) : String(value)
}
