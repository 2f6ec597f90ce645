import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { ConfigError } from './config-error.ts'
import { readAliases } from './legacy.ts'
import { type Config, type Key, schema } from './schema.ts'
import { KEYS, SETTINGS } from './settings.ts'
import { type Found, fromEnvironment, fromFile, fromFlags, unknownVariables, type Values } from './sources.ts'

/** Where configuration is looked for. */
export interface Surroundings {
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
}

/** The configuration of a server. */
export interface LoadedConfig {
  readonly wants: 'server'
  readonly config: Config
  /** What somebody set; the rest are defaults. */
  readonly stated: ReadonlySet<Key>
  readonly warnings: readonly string[]
}

/** What was found. `help` and `version` were asked for instead of a server. */
export type Loaded = { readonly wants: 'help' | 'version' } | LoadedConfig

/**
 * One validated configuration out of flags, environment, file and defaults, in this order of precedence.
 *
 * @throws ConfigError with all faults at once, each with its place, its value and what is allowed
 */
export async function loadConfig({ argv, env, cwd }: Surroundings): Promise<Loaded> {
  const flags = fromFlags(argv)
  if (flags.wants !== 'server') return { wants: flags.wants }
  const problems = [...flags.problems]
  const file = await readFile(cwd, flags.config, problems)
  const environment = fromEnvironment(env)
  const { store, persist, problems: aliasProblems } = readAliases(env, environment.store)
  problems.push(...aliasProblems)
  const stated: Values = { ...file, ...environment, ...(store && { store }), ...flags.values }
  const values = { ...defaults(), ...stated }
  const config = validate(values, stated, problems)
  if (config !== null) problems.push(...contradictions(config, values, persist))
  if (config === null || problems.length > 0) throw new ConfigError(problems)
  const folder = values.functions.folder ?? cwd
  const functions = config.functions.map((path) => resolve(folder, path))
  const warnings = unknownVariables(env).map((name) => `${name} is set, but this version has no such setting; it is ignored`)
  const isStated = (key: Key) => stated[key] !== undefined
  return { wants: 'server', config: { ...config, functions }, stated: new Set(KEYS.filter(isStated)), warnings }
}

/** The file's faults join the others, so that one start reports those of all sources. */
async function readFile(cwd: string, named: string | null, problems: string[]): Promise<Values> {
  try {
    return await fromFile(cwd, named)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    problems.push(...error.problems)
    return {}
  }
}

function defaults(): Record<Key, Found> {
  const entries = KEYS.map((key) => [key, { value: SETTINGS[key].fallback, origin: `the default of ${key}` }])
  return Object.fromEntries(entries) as Record<Key, Found>
}

function validate(values: Record<Key, Found>, stated: Values, problems: string[]): Config | null {
  const result = schema.safeParse(Object.fromEntries(KEYS.map((key) => [key, values[key].value])))
  if (result.success) return withYieldingDefaults(result.data, stated)
  for (const issue of result.error.issues) {
    const key = issue.path[0] as Key
    const { origin, value } = values[key]
    const shown = SETTINGS[key].secret === true ? 'not as it must be' : show(value)
    problems.push(`${origin} is ${shown}; allowed: ${issue.message}`)
  }
  return null
}

/** Of two waits that do not fit together, the one that nobody stated gives way. */
function withYieldingDefaults(config: Config, stated: Values): Config {
  if (config.initialDelay <= config.maxDelay) return config
  if (stated.maxDelay === undefined) return { ...config, maxDelay: config.initialDelay }
  return stated.initialDelay === undefined ? { ...config, initialDelay: config.maxDelay } : config
}

/** Faults of values that are fine each by itself. */
function contradictions(config: Config, values: Record<Key, Found>, persist: boolean | undefined): readonly string[] {
  const problems: string[] = []
  if (!(isLoopback(config.host) || wantsTokens(config) || isToldTwice(config))) {
    problems.push(
      `${values.host.origin} is ${show(config.host)}, which other machines can reach, and no tokens are wanted: whoever reaches ` +
        'the port controls the server. Set RECOVERY_TOKENS, or use 127.0.0.1, or, behind a proxy that authenticates, ' +
        'set both RECOVERY_ALLOW_UNAUTHENTICATED=true and RECOVERY_ALLOWED_HOSTS',
    )
  }
  if (config.jwtSecret !== '' && config.jwtPublicKey !== '') {
    problems.push(
      `${values.jwtSecret.origin} and ${values.jwtPublicKey.origin} exclude each other: one kind of signature is trusted, not two`,
    )
  }
  for (const key of ['jwtIssuer', 'jwtAudience'] as const) {
    if (config[key] === '' || config.jwtSecret !== '' || config.jwtPublicKey !== '') continue
    problems.push(
      `${values[key].origin} says whose tokens are taken, but none are: set RECOVERY_JWT_SECRET or RECOVERY_JWT_PUBLIC_KEY`,
    )
  }
  if (persist === true && config.store === 'memory:') {
    problems.push(
      `RECOVERY_PERSISTENCE_ENABLED is true, but ${values.store.origin} is "memory:"; name a file: RECOVERY_STORE=sqlite:<path>`,
    )
  }
  if (config.initialDelay > config.maxDelay) {
    const [initial, max] = [values.initialDelay, values.maxDelay]
    problems.push(
      `${initial.origin} (${show(initial.value)}) is longer than ${max.origin} (${show(max.value)}); it may be at most as long`,
    )
  }
  return problems
}

/** Whether callers must say who they are. */
function wantsTokens({ tokens, jwtSecret, jwtPublicKey }: Config): boolean {
  return tokens.length > 0 || jwtSecret !== '' || jwtPublicKey !== ''
}

/** Once that it is meant, and once by which names the server may be called: neither is set by accident. */
function isToldTwice({ allowUnauthenticated, allowedHosts }: Config): boolean {
  return allowUnauthenticated && allowedHosts.length > 0
}

/** Whether only programs of this machine reach the host. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

/** A value for a message: without the credentials of an address, and not without end. */
function show(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value)
  const masked = shown.replace(/(:\/\/)[^/@\s"]+@/g, '$1***@')
  return masked.length > 100 ? `${masked.slice(0, 97)}...` : masked
}
