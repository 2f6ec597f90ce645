import { flagOf, KEYS, SETTINGS } from './settings.ts'

/** The answer to `--help`. */
export function usage(): string {
  const rows = KEYS.map((key) => {
    const { env, fallback, about } = SETTINGS[key]
    return `  --${flagOf(key).padEnd(24)}${env.padEnd(33)}${about}${fallback === '' ? '' : ` (${fallback})`}`
  })
  return [
    'Usage: npm start -- [flags]',
    '',
    'Each setting is a flag, an environment variable, or a key of recoverable.config.ts or recoverable.config.json',
    '(the flag without dashes in camelCase). Flags win over the environment, the environment over the file.',
    'Digits alone are seconds where a length of time is meant; "500ms", "2s", "5m", "30d" say it themselves.',
    '',
    ...rows,
    `  --${'config'.padEnd(24)}${''.padEnd(33)}the configuration file to read`,
    `  --${'help'.padEnd(24)}${''.padEnd(33)}this text`,
    `  --${'version'.padEnd(24)}${''.padEnd(33)}the version`,
    '',
  ].join('\n')
}
