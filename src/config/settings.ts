import type { Key } from './schema.ts'

interface Setting {
  readonly env: string
  /** As it would be written in the environment. */
  readonly fallback: string
  readonly about: string
  /** Its values are not for messages. */
  readonly secret?: true
  /** It is no flag: every user of a machine can list the flags of its processes. */
  readonly noFlag?: true
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
    about:
      'together with RECOVERY_ALLOWED_HOSTS: listen on other than loopback addresses without tokens, although whoever reaches the port controls the server',
  },
  tokens: {
    env: 'RECOVERY_TOKENS',
    fallback: '',
    about: 'who may ask: name:role:hash, with commas between several; roles are viewer, operator and admin',
    secret: true,
  },
  jwtSecret: {
    env: 'RECOVERY_JWT_SECRET',
    fallback: '',
    about: 'takes JSON web tokens that were signed with this secret (HS256); at least 32 bytes',
    secret: true,
    noFlag: true,
  },
  jwtPublicKey: {
    env: 'RECOVERY_JWT_PUBLIC_KEY',
    fallback: '',
    about: 'takes JSON web tokens whose issuer has this public key (RS256, ES256, EdDSA): PEM, or the path of its file',
    secret: true,
  },
  jwtIssuer: { env: 'RECOVERY_JWT_ISSUER', fallback: '', about: 'the issuer that JSON web tokens must name' },
  jwtAudience: { env: 'RECOVERY_JWT_AUDIENCE', fallback: '', about: 'the audience that JSON web tokens must name' },
  maxConnections: { env: 'RECOVERY_MAX_CONNECTIONS', fallback: '10000', about: 'connections of all kinds at once' },
  maxSubscriptions: {
    env: 'RECOVERY_MAX_SUBSCRIPTIONS',
    fallback: '256',
    about: 'GraphQL operations that one WebSocket may have running at once',
  },
  messageRate: {
    env: 'RECOVERY_MESSAGE_RATE',
    fallback: '100',
    about: 'messages a second that a client may send over one WebSocket or socket.io connection; 0 sets no limit',
  },
  requestRate: {
    env: 'RECOVERY_REQUEST_RATE',
    fallback: '1000',
    about: 'requests a second of one caller, or of one address without tokens; 0 sets no limit',
  },
  idleTimeout: {
    env: 'RECOVERY_IDLE_TIMEOUT',
    fallback: '300',
    about: 'after how long a WebSocket is closed that has no subscription and says nothing',
  },
  requestTimeout: {
    env: 'RECOVERY_REQUEST_TIMEOUT',
    fallback: '30',
    about: 'how long a client may take to send a request, its headers at most 10 s of it',
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
    noFlag: true,
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
  retentionSuccess: {
    env: 'RECOVERY_RETENTION_SUCCESS',
    fallback: '',
    about: 'the same for those that succeeded; by default as RECOVERY_RETENTION says',
  },
  retentionFailed: { env: 'RECOVERY_RETENTION_FAILED', fallback: '', about: 'the same for those that failed' },
  retentionExhausted: {
    env: 'RECOVERY_RETENTION_EXHAUSTED',
    fallback: '',
    about: 'the same for those that used up their attempts or their time',
  },
  retentionCancelled: { env: 'RECOVERY_RETENTION_CANCELLED', fallback: '', about: 'the same for those that were cancelled' },
  eventRetention: { env: 'RECOVERY_EVENT_RETENTION', fallback: '7d', about: 'how long events can be replayed' },
  functions: {
    env: 'RECOVERY_FUNCTIONS',
    fallback: '',
    about: 'modules of your own that export register(recovery); TypeScript works as it stands',
  },
  introspection: {
    env: 'RECOVERY_INTROSPECTION',
    fallback: 'true',
    about: 'whether GraphQL clients may ask for the schema itself (`__schema`, `__type`)',
  },
  dashboard: { env: 'RECOVERY_DASHBOARD', fallback: 'true', about: 'whether browsers are shown the Recovery Dashboard at /' },
  graphiql: { env: 'RECOVERY_GRAPHIQL', fallback: 'true', about: 'whether browsers are shown GraphiQL at /graphql' },
  maxQueryCost: {
    env: 'RECOVERY_MAX_QUERY_COST',
    fallback: '50000',
    about: 'the field values that the answer of one GraphQL request may hold, estimated; reading the store counts as several',
  },
  maxQueryDepth: { env: 'RECOVERY_MAX_QUERY_DEPTH', fallback: '12', about: 'fields inside each other in one GraphQL request' },
  maxQueryAliases: { env: 'RECOVERY_MAX_QUERY_ALIASES', fallback: '100', about: 'renamed fields in one GraphQL request' },
  maxQueryTokens: {
    env: 'RECOVERY_MAX_QUERY_TOKENS',
    fallback: '5000',
    about: 'words and signs in the text of one GraphQL request',
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
  downloadChunkSize: {
    env: 'RECOVERY_DOWNLOAD_CHUNK_SIZE',
    fallback: '1048576',
    about: 'bytes that each download gathers in memory before it writes them, 8192 to 67108864',
  },
  shutdownTimeout: { env: 'RECOVERY_SHUTDOWN_TIMEOUT', fallback: '10', about: 'how long a stop waits for what runs' },
  metrics: { env: 'RECOVERY_METRICS', fallback: 'true', about: 'serve figures for Prometheus at /metrics' },
  logLevel: { env: 'RECOVERY_LOG_LEVEL', fallback: 'info', about: 'the least important log lines written' },
}

export const KEYS = Object.keys(SETTINGS) as readonly Key[]

/** `maxRetries` → `max-retries` */
export function flagOf(key: Key): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
