import { isIP } from 'node:net'
import { z } from 'zod'
import { parseEncryptionKeys } from '../operation/encryption-keys.ts'
import { boolean, choice, duration, integer, list, number, text } from './fields.ts'

const DAYS_10_YEARS = '3650d'
const hostAllowed = 'an address or a host name, without scheme and port'
const isHost = (value: string) => isIP(value.replace(/^\[(.*)\]$/, '$1')) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)
const isAuthority = (value: string) => /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(value)
const isKeys = (value: string) => value === '' || canParse(value)
const isName = (value: string) => /[a-z\d]/i.test(value) && value.length <= 64
const namesAllowed = 'names with a letter or digit, such as "iban,*pin", where * stands for any letters and digits'
const isStore = (value: string) => value === 'memory:' || /^sqlite:./.test(value)

/** What each setting may be. The order is the order of the help text. */
export const schema = z.object({
  host: text(hostAllowed, isHost),
  port: integer(0, 65_535),
  allowedHosts: list('host names with their port, such as "recovery.example.com,localhost:8080"', isAuthority),
  allowUnauthenticated: boolean(),
  store: text('"sqlite:" and the path of a file, or "memory:"', isStore),
  synchronous: choice('normal', 'full'),
  encryptionKey: text('<id>:<32 bytes in base64>, several with commas between them (the first encrypts)', isKeys),
  redact: list(namesAllowed, isName),
  redactExcept: list(namesAllowed, isName),
  enabled: boolean(),
  maxRetries: integer(0, 1000),
  initialDelay: duration('0s', '1d'),
  backoffFactor: number(1, 100),
  maxDelay: duration('0s', '30d'),
  circuitBreakerThreshold: integer(1, 10_000),
  circuitBreakerTimeout: duration('1ms', '30d'),
  concurrency: integer(1, 10_000),
  retention: duration('1s', DAYS_10_YEARS),
  eventRetention: duration('1s', DAYS_10_YEARS),
  functions: list('paths of modules, with commas between them', (value) => value !== ''),
  downloadDir: text('the path of a folder', (value) => value !== ''),
  downloadAllowPrivate: boolean(),
  maxConcurrentDownloads: integer(1, 10_000),
  downloadBandwidthLimit: integer(0, 1e12),
  downloadTimeout: duration('1s', '1d'),
  downloadAttemptTimeout: duration('0s', '30d'),
  shutdownTimeout: duration('0s', '10m'),
  logLevel: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
})

/** The validated configuration of a server. Durations are milliseconds. */
export type Config = Readonly<z.output<typeof schema>>
export type Key = keyof Config

interface Setting {
  readonly env: string
  /** As it would be written in the environment. */
  readonly fallback: string
  readonly about: string
  /** Never shown, and no flag: every user of a machine can list the flags of its processes. */
  readonly secret?: true
}

/** Where each setting is read from and what it is for. The flag is the key in kebab-case; the file uses the key itself. */
export const SETTINGS: Readonly<Record<Key, Setting>> = {
  host: { env: 'HOST', fallback: '127.0.0.1', about: 'address to listen on' },
  port: { env: 'PORT', fallback: '4000', about: 'port to listen on; 0 takes a free one' },
  allowedHosts: {
    env: 'RECOVERY_ALLOWED_HOSTS',
    fallback: '',
    about: 'further names (with their port) by which browsers reach this server, such as behind a proxy',
  },
  allowUnauthenticated: {
    env: 'RECOVERY_ALLOW_UNAUTHENTICATED',
    fallback: 'false',
    about: 'listen on other than loopback addresses although whoever reaches the port controls the server',
  },
  store: { env: 'RECOVERY_STORE', fallback: 'sqlite:./data/recovery.db', about: 'where operations are kept' },
  synchronous: {
    env: 'RECOVERY_SYNCHRONOUS',
    fallback: 'normal',
    about: 'normal survives the death of the process, full also a loss of power',
  },
  encryptionKey: {
    env: 'RECOVERY_ENCRYPTION_KEY',
    fallback: '',
    about:
      'encrypts what operations are given, answer and fail with in the store: <id>:<32 bytes in base64>; to change it, put the new one in front, with a comma',
    secret: true,
  },
  redact: {
    env: 'RECOVERY_REDACT',
    fallback: '',
    about: 'further names whose values are shown and logged as [redacted], such as iban,*pin',
  },
  redactExcept: {
    env: 'RECOVERY_REDACT_EXCEPT',
    fallback: '',
    about: 'names whose values are shown although they look like those of secrets',
  },
  enabled: {
    env: 'RECOVERY_ENABLED',
    fallback: 'true',
    about: 'false lets calls of wrapped functions through unchanged; operations run either way',
  },
  maxRetries: { env: 'RECOVERY_MAX_RETRIES', fallback: '5', about: 'retries after the first attempt' },
  initialDelay: { env: 'RECOVERY_INITIAL_DELAY', fallback: '2', about: 'wait after the first failure' },
  backoffFactor: { env: 'RECOVERY_BACKOFF_FACTOR', fallback: '2', about: 'by what each further wait grows' },
  maxDelay: { env: 'RECOVERY_MAX_DELAY', fallback: '300', about: 'the longest wait' },
  circuitBreakerThreshold: {
    env: 'RECOVERY_CIRCUIT_BREAKER_THRESHOLD',
    fallback: '5',
    about: 'failures in a row that open a circuit breaker',
  },
  circuitBreakerTimeout: {
    env: 'RECOVERY_CIRCUIT_BREAKER_TIMEOUT',
    fallback: '600',
    about: 'how long a circuit breaker stays open before it is probed',
  },
  concurrency: { env: 'RECOVERY_CONCURRENCY', fallback: '64', about: 'attempts that run at once' },
  retention: { env: 'RECOVERY_RETENTION', fallback: '30d', about: 'how long finished operations are kept' },
  eventRetention: { env: 'RECOVERY_EVENT_RETENTION', fallback: '7d', about: 'how long events can be replayed' },
  functions: {
    env: 'RECOVERY_FUNCTIONS',
    fallback: '',
    about: 'modules of your own that export register(recovery); TypeScript works as it stands',
  },
  downloadDir: { env: 'RECOVERY_DOWNLOAD_DIR', fallback: './data/downloads', about: 'where downloads are put' },
  downloadAllowPrivate: {
    env: 'RECOVERY_DOWNLOAD_ALLOW_PRIVATE',
    fallback: 'false',
    about: 'let downloads and HTTP requests reach private and loopback networks',
  },
  maxConcurrentDownloads: {
    env: 'RECOVERY_MAX_CONCURRENT_DOWNLOADS',
    fallback: '3',
    about: 'downloads that run at once',
  },
  downloadBandwidthLimit: {
    env: 'RECOVERY_DOWNLOAD_BANDWIDTH_LIMIT',
    fallback: '0',
    about: 'bytes per second of all downloads together; 0 sets no limit',
  },
  downloadTimeout: {
    env: 'RECOVERY_DOWNLOAD_TIMEOUT',
    fallback: '30',
    about: 'the longest silence of a server that is downloaded from',
  },
  downloadAttemptTimeout: {
    env: 'RECOVERY_DOWNLOAD_ATTEMPT_TIMEOUT',
    fallback: '0',
    about: 'the longest an attempt of a download may take; 0 sets no limit',
  },
  shutdownTimeout: { env: 'RECOVERY_SHUTDOWN_TIMEOUT', fallback: '10', about: 'how long a stop waits for what runs' },
  logLevel: { env: 'RECOVERY_LOG_LEVEL', fallback: 'info', about: 'the least important log lines written' },
}

export const KEYS = Object.keys(SETTINGS) as readonly Key[]

function canParse(keys: string): boolean {
  try {
    return parseEncryptionKeys(keys).length > 0
  } catch {
    return false
  }
}

/** `maxRetries` → `max-retries` */
export function flagOf(key: Key): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
