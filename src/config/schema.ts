import { isIP } from 'node:net'
import { z } from 'zod'
import { parseEncryptionKeys } from '../operation/encryption-keys.ts'
import { boolean, choice, duration, integer, list, number, optionalDuration, text } from './fields.ts'
import { tokens } from './tokens.ts'

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
  tokens: tokens(),
  jwtSecret: text('a text of at least 32 bytes', (value) => value === '' || Buffer.byteLength(value) >= 32),
  jwtPublicKey: text('a PEM text, or the path of a file with one', () => true),
  jwtIssuer: text('a text', () => true),
  jwtAudience: text('a text', () => true),
  maxConnections: integer(1, 1_000_000),
  maxSubscriptions: integer(1, 100_000),
  messageRate: integer(0, 1_000_000),
  requestRate: integer(0, 1_000_000),
  idleTimeout: duration('1s', '1d'),
  requestTimeout: duration('1s', '1h'),
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
  retentionSuccess: optionalDuration('1s', DAYS_10_YEARS),
  retentionFailed: optionalDuration('1s', DAYS_10_YEARS),
  retentionExhausted: optionalDuration('1s', DAYS_10_YEARS),
  retentionCancelled: optionalDuration('1s', DAYS_10_YEARS),
  eventRetention: duration('1s', DAYS_10_YEARS),
  functions: list('paths of modules, with commas between them', (value) => value !== ''),
  introspection: boolean(),
  dashboard: boolean(),
  graphiql: boolean(),
  maxQueryCost: integer(100, 1e9),
  maxQueryDepth: integer(1, 100),
  maxQueryAliases: integer(0, 100_000),
  maxQueryTokens: integer(100, 1_000_000),
  downloadDir: text('the path of a folder', (value) => value !== ''),
  downloadAllowPrivate: boolean(),
  maxConcurrentDownloads: integer(1, 10_000),
  downloadBandwidthLimit: integer(0, 1e12),
  downloadTimeout: duration('1s', '1d'),
  downloadAttemptTimeout: duration('0s', '30d'),
  downloadChunkSize: integer(8192, 67_108_864),
  shutdownTimeout: duration('0s', '10m'),
  metrics: boolean(),
  logLevel: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
})

/** The validated configuration of a server. Durations are milliseconds. */
export type Config = Readonly<z.output<typeof schema>>
export type Key = keyof Config

function canParse(keys: string): boolean {
  try {
    return parseEncryptionKeys(keys).length > 0
  } catch {
    return false
  }
}
