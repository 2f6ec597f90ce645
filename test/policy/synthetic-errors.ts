import type { ErrorKindName } from '../../src/policy/error-kinds.ts'

/** Errors that no test provokes, each made by hand as the library's source or documents say it looks, and why. */
export interface Synthetic {
  readonly why: string
  readonly kind: ErrorKindName
  /** What `classify` must say that it decided by, for each of the errors. */
  readonly errors: Readonly<Record<string, object>>
}

function coded(...codes: string[]): Readonly<Record<string, object>> {
  return Object.fromEntries(codes.map((code) => [`code ${code}`, { code }]))
}

function named(...names: string[]): Readonly<Record<string, object>> {
  return Object.fromEntries(names.map((name) => [`name ${name}`, { name, $metadata: { httpStatusCode: 400 } }]))
}

function grpc(...codes: number[]): Readonly<Record<string, object>> {
  return Object.fromEntries(codes.map((code) => [`gRPC status ${code}`, { code, details: 'said the server' }]))
}

function numbered(...errnos: number[]): Readonly<Record<string, object>> {
  return Object.fromEntries(errnos.map((errno) => [`errno ${errno}`, { errno }]))
}

const NETWORKS = 'needs a network that drops packets, loses its route or its name server'
const CERTIFICATES = 'needs a chain of authorities, a revocation list or a broken TLS stack'
const POSTGRES = 'no Postgres server here; codes from its documents, appendix A'
const GRPC = 'no gRPC library here; statuses from its documents'
const AWS = "needs AWS; names from its SDK's source"
const OWN = 'thrown by our own engine: tested there'
const MACHINE = "needs the machine's limits lowered or its disk or memory broken"
const OLD = 'errors of old libraries, which only have a number'

export const SYNTHETIC: readonly Synthetic[] = [
  { why: NETWORKS, kind: 'connection', errors: coded('EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'ECONNABORTED') },
  { why: NETWORKS, kind: 'dns', errors: coded('EAI_AGAIN', 'EAI_NONAME', 'EAI_NODATA', 'EAI_FAIL') },
  { why: NETWORKS, kind: 'timeout', errors: coded('ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ERR_HTTP_REQUEST_TIMEOUT') },
  { why: 'a race inside Node', kind: 'connection', errors: coded('ERR_SOCKET_CLOSED') },
  { why: 'provoked in test/functions/download-faults.test.ts', kind: 'connection', errors: coded('INCOMPLETE_BODY') },
  {
    why: CERTIFICATES,
    kind: 'tls',
    errors: coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'CERT_REVOKED', 'CERT_UNTRUSTED'),
  },
  { why: 'only from undici itself, which is not a dependency', kind: 'data', errors: coded('UND_ERR_INVALID_ARG') },
  { why: 'only from undici itself', kind: 'cancelled', errors: coded('UND_ERR_ABORTED') },
  { why: 'axios is not a dependency', kind: 'cancelled', errors: coded('ERR_CANCELED') },
  { why: 'axios is not a dependency', kind: 'cancelled', errors: { 'name CanceledError': { name: 'CanceledError' } } },
  { why: OWN, kind: 'data', errors: coded('NOT_FOUND', 'UNKNOWN_FUNCTION', 'DUPLICATE_OPERATION') },
  { why: OWN, kind: 'unavailable', errors: coded('CIRCUIT_OPEN', 'OVERLOADED', 'STORE_UNAVAILABLE') },
  {
    why: OWN,
    kind: 'cancelled',
    errors: {
      'name AttemptStoppedError': { name: 'AttemptStoppedError', code: 'INVALID_TRANSITION' },
      'name OperationCancelledError': { name: 'OperationCancelledError', code: 'INTERNAL' },
    },
  },
  {
    why: 'needs a file system that is read-only, or Node started with --permission',
    kind: 'fileAccess',
    errors: coded('EROFS', 'ERR_ACCESS_DENIED'),
  },
  { why: MACHINE, kind: 'handles', errors: coded('EMFILE', 'ENFILE') },
  { why: MACHINE, kind: 'contention', errors: coded('EBUSY') },
  { why: MACHINE, kind: 'disk', errors: coded('EDQUOT') },
  { why: MACHINE, kind: 'memory', errors: coded('ENOMEM', 'ERR_MEMORY_ALLOCATION_FAILED', 'SQLITE_NOMEM') },
  { why: MACHINE, kind: 'memory', errors: { 'errcode 7': { code: 'ERR_SQLITE_ERROR', errcode: 7 } } },
  { why: MACHINE, kind: 'storage', errors: coded('SQLITE_IOERR_WRITE') },
  { why: MACHINE, kind: 'storage', errors: { 'errcode 778': { code: 'ERR_SQLITE_ERROR', errcode: 778 } } },
  { why: 'better-sqlite3 refuses before SQLite does', kind: 'contention', errors: coded('SQLITE_LOCKED_SHAREDCACHE') },
  { why: "Vitest's own loader answers import()", kind: 'dependency', errors: coded('ERR_MODULE_NOT_FOUND') },
  {
    why: 'classes of other libraries',
    kind: 'schema',
    errors: { 'name ValiError': { name: 'ValiError' }, 'name ValidationError': { name: 'ValidationError' } },
  },
  { why: 'classes of other libraries', kind: 'timeout', errors: { 'name ConnectTimeoutError': { name: 'ConnectTimeoutError' } } },
  {
    why: 'an OperationTimeoutError that lost its code on the way',
    kind: 'timeout',
    errors: { 'name OperationTimeoutError': { name: 'OperationTimeoutError' } },
  },
  { why: 'the language throws it no more', kind: 'bug', errors: { 'name EvalError': { name: 'EvalError' } } },
  { why: POSTGRES, kind: 'contention', errors: coded('40001', '40P01', '55P03', '55006') },
  { why: POSTGRES, kind: 'connection', errors: coded('08000', '08001', '08006', '08007') },
  { why: POSTGRES, kind: 'handles', errors: coded('53000', '53300') },
  { why: POSTGRES, kind: 'storage', errors: coded('53100') },
  { why: POSTGRES, kind: 'memory', errors: coded('53200') },
  { why: POSTGRES, kind: 'unavailable', errors: coded('57P01', '57P02', '57P03', '58000', '58030') },
  { why: POSTGRES, kind: 'timeout', errors: coded('57014') },
  { why: POSTGRES, kind: 'data', errors: coded('22001', '22P02', '23502', '23503', '23505') },
  { why: POSTGRES, kind: 'schema', errors: coded('42601', '42P01') },
  { why: POSTGRES, kind: 'auth', errors: coded('28000', '28P01') },
  { why: POSTGRES, kind: 'api', errors: coded('42501') },
  { why: GRPC, kind: 'unavailable', errors: grpc(14) },
  { why: GRPC, kind: 'contention', errors: grpc(10) },
  { why: GRPC, kind: 'pushback', errors: grpc(8) },
  { why: GRPC, kind: 'timeout', errors: grpc(4) },
  { why: GRPC, kind: 'api', errors: grpc(7) },
  { why: GRPC, kind: 'auth', errors: grpc(16) },
  { why: GRPC, kind: 'data', errors: grpc(3, 9, 11, 12) },
  { why: GRPC, kind: 'missing', errors: grpc(5) },
  { why: GRPC, kind: 'cancelled', errors: grpc(1) },
  {
    why: AWS,
    kind: 'rateLimit',
    errors: {
      ...named('BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete'),
      ...named('ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'RequestThrottled'),
      ...named('RequestThrottledException', 'SlowDown', 'ThrottledException', 'Throttling', 'ThrottlingException'),
      ...named('TooManyRequestsException'),
    },
  },
  { why: AWS, kind: 'contention', errors: named('TransactionInProgressException') },
  { why: AWS, kind: 'timeout', errors: named('RequestTimeout', 'RequestTimeoutException') },
  { why: OLD, kind: 'disk', errors: numbered(28, -28, -122) },
  { why: OLD, kind: 'memory', errors: numbered(12) },
  { why: OLD, kind: 'fileAccess', errors: numbered(13, -1, -30) },
  { why: OLD, kind: 'connection', errors: numbered(-111, -104, -32, -101, -113) },
  { why: OLD, kind: 'timeout', errors: numbered(-110) },
  { why: OLD, kind: 'dns', errors: numbered(-3001, -3008) },
  { why: OLD, kind: 'handles', errors: numbered(-11, -23, -24) },
  { why: OLD, kind: 'contention', errors: numbered(-16) },
  { why: OLD, kind: 'missing', errors: numbered(-2, -20, -21) },
]
