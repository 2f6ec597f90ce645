import { ConfigError } from './config-error.ts'
import { clientSection, type Found, fromEnvironment, fromFile } from './sources.ts'

/** Where a client is told which server to talk to. */
export interface ClientSurroundings {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** The file of `--config`; null looks for the usual ones. */
  readonly file: string | null
  /** `--url` and `--token`. */
  readonly url: string | null
  readonly token: string | null
}

/** The server that a command talks to. */
export interface ClientConfig {
  /** Without a slash at the end and without `/graphql`. */
  readonly url: string
  readonly token: string | null
}

const KEYS = ['url', 'token'] as const
type Part = (typeof KEYS)[number]

/**
 * The server to talk to, out of flags, environment (`RECOVERY_URL`, `RECOVERY_TOKEN`) and the section
 * `client: { url, token }` of the configuration file, in this order of precedence. Without an address anywhere it is
 * the server that would be started here: this machine and the configured port.
 *
 * @throws ConfigError with all faults at once
 */
export async function loadClientConfig({ env, cwd, file, url, token }: ClientSurroundings): Promise<ClientConfig> {
  const problems: string[] = []
  const section = readSection(await clientSection(cwd, file), problems)
  const pick = (flag: string | null, key: Part): Found | undefined => {
    const variable = `RECOVERY_${key.toUpperCase()}`
    if (flag !== null) return { value: flag, origin: `--${key}` }
    const value = env[variable]?.trim()
    return value ? { value, origin: variable } : section[key]
  }
  const address = pick(url, 'url')
  const secret = pick(token, 'token')
  const base = address === undefined ? await ownAddress(env, cwd, file) : readUrl(address, problems)
  // The value is not shown: it is a secret even when it is a wrong one.
  if (secret !== undefined && !isToken(secret.value)) {
    problems.push(`${secret.origin} is no token; it may hold letters, digits and - . _ ~ + / = only`)
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return { url: base, token: secret === undefined ? null : String(secret.value) }
}

function readSection(found: Found | undefined, problems: string[]): Partial<Record<Part, Found>> {
  if (found === undefined) return {}
  const { value, origin } = found
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${origin} must be an object with url and token`)
    return {}
  }
  const unknown = Object.keys(value).filter((key) => !KEYS.some((known) => known === key))
  problems.push(...unknown.map((key) => `${JSON.stringify(key)} of ${origin} is not known; it may have url and token`))
  const entries = Object.entries(value).map(([key, part]) => [key, { value: part, origin: `"${key}" of ${origin}` }])
  return Object.fromEntries(entries) as Partial<Record<Part, Found>>
}

function readUrl({ value, origin }: Found, problems: string[]): string {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    problems.push(`${origin} is no address of a server; it is like "http://127.0.0.1:4000", without a user and password`)
    return ''
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/graphql$/, '')
}

function isToken(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.~+/=-]+$/.test(value)
}

async function ownAddress(env: NodeJS.ProcessEnv, cwd: string, file: string | null): Promise<string> {
  const port = fromEnvironment(env).port ?? (await fromFile(cwd, file)).port
  const number = Number(port?.value)
  return `http://127.0.0.1:${Number.isInteger(number) && number > 0 ? number : 4000}`
}
