import { flagOf, KEYS, SETTINGS } from './settings.ts'

const OTHERS = [
  ['config', '', 'the configuration file to read'],
  ['help', '', 'this text'],
  ['version', '', 'the version'],
] as const

/** The answer to `--help`. `calledAs` is what stands before the flags. */
export function usage(calledAs = 'npm start --'): string {
  const settings = KEYS.map((key) => {
    const { env, fallback, about, noFlag } = SETTINGS[key]
    return [noFlag ? '' : flagOf(key), env, `${about}${fallback === '' ? '' : ` (${fallback})`}`] as const
  })
  const rows = [...settings, ...OTHERS]
  const [flags, variables] = [widest(rows.map(([flag]) => flag)), widest(rows.map(([, env]) => env))]
  return [
    `Usage: ${calledAs} [flags]`,
    '',
    'Each setting is a flag, an environment variable, or a key of recoverable.config.ts or recoverable.config.json',
    '(the flag without dashes in camelCase). Flags win over the environment, the environment over the file.',
    'Digits alone are seconds where a length of time is meant; "500ms", "2s", "5m", "30d" say it themselves.',
    '',
    ...rows.map(([flag, env, about]) => `  ${(flag && `--${flag}`).padEnd(flags + 2)}  ${env.padEnd(variables)}  ${about}`),
    '',
    'Examples:',
    `  ${calledAs} --port 8080 --store sqlite:/var/lib/recoverable/recovery.db`,
    `  ${calledAs} --functions ./functions.ts --log-level debug`,
    '',
  ].join('\n')
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length))
}
