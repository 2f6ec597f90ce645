import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigError } from './config-error.ts'
import type { Key } from './schema.ts'
import { flagOf, KEYS, SETTINGS } from './settings.ts'

/** A value as it was found, and where, in words: `RECOVERY_STORE`, `--store`, `"store" in recoverable.config.json`. */
export interface Found {
  readonly value: unknown
  readonly origin: string
  /** The folder that relative paths in it begin at, when that is not the working directory. */
  readonly folder?: string
}
export type Values = Partial<Record<Key, Found>>

/** What the command line says. `config` names the file; `help` and `version` want an answer instead of a server. */
export interface Flags {
  readonly values: Values
  readonly config: string | null
  readonly wants: 'server' | 'help' | 'version'
  readonly problems: readonly string[]
}

const FILES = ['recoverable.config.ts', 'recoverable.config.json'] as const
/** What a faulty JSON is quoted by; the quoted part may be a secret. */
const SNIPPET = /, (?:\.{3})?".*"(?:\.{3})? is not valid JSON$/s
const YES_OR_NO = /^(?:true|false|1|0)$/i
/** Old names of settings, read by legacy.ts, and those that the command line reads, see client.ts. */
const ALIASES = ['RECOVERY_PERSISTENCE_PATH', 'RECOVERY_PERSISTENCE_ENABLED', 'RECOVERY_URL', 'RECOVERY_TOKEN'] as const
/** The key of the file that is no setting of the server: where the command line finds one. */
const CLIENT_SECTION = 'client'

/** Reads the environment. An empty variable counts as absent, as `PORT= npm start` means it. */
export function fromEnvironment(env: NodeJS.ProcessEnv): Values {
  const values: Values = {}
  for (const key of KEYS) {
    const { env: name } = SETTINGS[key]
    const value = env[name]
    if (value !== undefined && value.trim() !== '') values[key] = { value: value.trim(), origin: name }
  }
  return values
}

/** Variables that look like ours and are not: most often a typo, or a setting of another version. */
export function unknownVariables(env: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set<string>([...ALIASES, ...KEYS.map((key) => SETTINGS[key].env)])
  return Object.keys(env).filter((name) => name.startsWith('RECOVERY_') && !known.has(name))
}

/** Reads the command line; what it does not know is a problem. */
export function fromFlags(argv: readonly string[]): Flags {
  const keys = new Map(KEYS.map((key) => [flagOf(key), key]))
  const { tokens } = parseArgs({
    args: withValues(argv),
    options: flagTypes(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values: Values = {}
  const problems: string[] = []
  let config: string | null = null
  let wants: Flags['wants'] = 'server'
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`"${token.value}" is not understood; settings are given as --name value`)
    if (token.kind !== 'option') continue
    const key = keys.get(token.name)
    if (key !== undefined && SETTINGS[key].noFlag) {
      problems.push(`--${token.name} would be seen by all who can list processes; set ${SETTINGS[key].env} instead`)
      continue
    }
    if (key !== undefined && token.value === undefined && !isBoolean(key)) problems.push(`--${token.name} lacks its value`)
    else if (key !== undefined) values[key] = { value: token.value ?? true, origin: `--${token.name}` }
    else if (token.name === 'config' && token.value) config = token.value
    else if (token.name === 'help' || token.name === 'version') wants = token.name
    else problems.push(`${token.rawName} is not a flag of this server, or lacks its value; --help lists the flags`)
  }
  return { values, config, wants, problems }
}

/** `--flag true` as `--flag=true`: else a flag that may stand alone takes no value. */
function withValues(argv: readonly string[]): string[] {
  const alone = new Set(KEYS.filter(isBoolean).map((key) => `--${flagOf(key)}`))
  const args: string[] = []
  for (const argument of argv) {
    const flag = args.at(-1)
    if (flag !== undefined && alone.has(flag) && YES_OR_NO.test(argument)) args[args.length - 1] = `${flag}=${argument}`
    else args.push(argument)
  }
  return args
}

/** A flag that says yes by being there. */
function isBoolean(key: Key): boolean {
  return SETTINGS[key].fallback === 'false'
}

function flagTypes() {
  return Object.fromEntries([
    ...KEYS.map((key) => [flagOf(key), { type: isBoolean(key) ? 'boolean' : 'string' }] as const),
    ['config', { type: 'string' }] as const,
    ['help', { type: 'boolean', short: 'h' }] as const,
    ['version', { type: 'boolean', short: 'v' }] as const,
  ])
}

/**
 * Reads `recoverable.config.ts` (its default export) or `recoverable.config.json`; without either, nothing.
 *
 * @param named the file of `--config`, which must exist
 * @throws ConfigError when it cannot be read, or holds keys that no setting has
 */
export async function fromFile(cwd: string, named: string | null): Promise<Values> {
  const found = await readConfigFile(cwd, named)
  if (found === null) return {}
  const {
    file,
    folder,
    content: { [CLIENT_SECTION]: _client, ...content },
  } = found
  const unknown = Object.keys(content).filter((key) => !KEYS.some((known) => known === key))
  if (unknown.length > 0) {
    throw new ConfigError(unknown.map((key) => `"${key}" in ${file} is not a setting; settings are: ${KEYS.join(', ')}`))
  }
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, { value, origin: `"${key}" in ${file}`, folder }]),
  )
}

/**
 * Reads the `client` section of the configuration file; undefined without a file or a section.
 *
 * @throws ConfigError when the file cannot be read
 */
export async function clientSection(cwd: string, named: string | null): Promise<Found | undefined> {
  const found = await readConfigFile(cwd, named)
  const value = found?.content[CLIENT_SECTION]
  return value === undefined ? undefined : { value, origin: `"${CLIENT_SECTION}" in ${found?.file}` }
}

/**
 * The path of the configuration file when it holds what nobody else should read: a key, or a token. Null otherwise.
 *
 * @throws ConfigError when the file cannot be read
 */
export async function fileWithSecrets(cwd: string, named: string | null): Promise<string | null> {
  const found = await readConfigFile(cwd, named)
  if (found === null) return null
  const client = found.content[CLIENT_SECTION]
  const hasToken = typeof client === 'object' && client !== null && 'token' in client
  // What is kept from the list of processes is a secret; hashes and public keys are not.
  return hasToken || KEYS.some((key) => SETTINGS[key].noFlag && key in found.content) ? found.path : null
}

async function readConfigFile(cwd: string, named: string | null) {
  const file = named ?? findFile(cwd)
  if (file === null) return null
  const path = resolve(cwd, file)
  return { file, path, folder: dirname(path), content: await readObject(path, file) }
}

function findFile(cwd: string): string | null {
  const present = FILES.filter((name) => existsSync(join(cwd, name)))
  if (present.length > 1) throw new ConfigError([`both ${present.join(' and ')} exist; keep one of them`])
  return present[0] ?? null
}

async function readObject(path: string, name: string): Promise<Record<string, unknown>> {
  let content: unknown
  try {
    content = path.endsWith('.json') ? JSON.parse(await readFile(path, 'utf8')) : (await import(pathToFileURL(path).href)).default
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(path, name).replace(SNIPPET, '') : String(error)
    throw new ConfigError([`${name} cannot be read: ${reason}`], { cause: error })
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content }
  throw new ConfigError([`${name} must ${path.endsWith('.json') ? 'hold' : 'export by default'} an object of settings`])
}
