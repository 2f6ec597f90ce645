import { type ErrorKind, type ErrorKindName, KINDS } from './error-kinds.ts'

/** Which codes mean which kind of error. */
export type CodeTable = readonly (readonly [ErrorKindName, ...(readonly string[])])[]

/** Codes of Node, libuv, OpenSSL and undici (Node's `fetch`), and our own. */
export const NODE_CODES: CodeTable = [
  ['connection', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN'],
  ['connection', 'UND_ERR_SOCKET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_SOCKET_CLOSED', 'HPE_INVALID_CONSTANT', 'INCOMPLETE_BODY'],
  ['dns', 'EAI_AGAIN', 'ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA', 'EAI_FAIL'],
  ['timeout', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', 'DEADLINE_EXCEEDED', 'ERR_HTTP_REQUEST_TIMEOUT'],
  ['timeout', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_WRONG_VERSION_NUMBER', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
  ['tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'CERT_REVOKED', 'CERT_UNTRUSTED', 'EPROTO'],
  ['data', 'ERR_INVALID_URL', 'ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_OUT_OF_RANGE', 'ERR_INVALID_PROTOCOL'],
  ['data', 'UND_ERR_INVALID_ARG', 'INVALID_INPUT', 'NOT_FOUND', 'UNKNOWN_FUNCTION', 'DUPLICATE_OPERATION'],
  ['missing', 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'],
  ['fileAccess', 'EACCES', 'EPERM', 'EROFS', 'ERR_ACCESS_DENIED'],
  ['handles', 'EMFILE', 'ENFILE', 'EAGAIN'],
  ['contention', 'EBUSY', 'ETXTBSY'],
  ['disk', 'ENOSPC', 'EDQUOT'],
  ['memory', 'ENOMEM', 'ERR_MEMORY_ALLOCATION_FAILED', 'ERR_WORKER_OUT_OF_MEMORY'],
  ['dependency', 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'],
  ['unavailable', 'CIRCUIT_OPEN', 'OVERLOADED', 'STORE_UNAVAILABLE'],
]

/**
 * Names of AWS errors, which come as `name` (SDK v3) or `code` (v2) beside a status of 400 that would mean the opposite.
 * Source: `@smithy/service-error-classification`.
 */
export const AWS_NAMES: CodeTable = [
  ['rateLimit', 'BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete'],
  [
    'rateLimit',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
  ],
  ['rateLimit', 'SlowDown', 'ThrottledException', 'Throttling', 'ThrottlingException', 'TooManyRequestsException'],
  ['contention', 'TransactionInProgressException'],
  ['timeout', 'RequestTimeout', 'RequestTimeoutException'],
]

/**
 * SQLite's primary result codes: better-sqlite3 names them (`SQLITE_BUSY_SNAPSHOT` is of the family of `SQLITE_BUSY`),
 * node:sqlite numbers them (`errcode & 255`). Source: https://sqlite.org/rescode.html.
 */
export const SQLITE_CODES: readonly (readonly [ErrorKindName, string, number])[] = [
  ['contention', 'SQLITE_BUSY', 5],
  ['contention', 'SQLITE_LOCKED', 6],
  ['configuration', 'SQLITE_READONLY', 8],
  ['configuration', 'SQLITE_CANTOPEN', 14],
  ['corrupt', 'SQLITE_CORRUPT', 11],
  ['corrupt', 'SQLITE_NOTADB', 26],
  ['data', 'SQLITE_CONSTRAINT', 19],
  ['storage', 'SQLITE_FULL', 13],
  ['storage', 'SQLITE_IOERR', 10],
  ['memory', 'SQLITE_NOMEM', 7],
]

/** Linux's error numbers, which libuv negates; and libuv's own for names that do not resolve. */
export const ERRNOS: ReadonlyMap<number, string> = new Map([
  [1, 'EPERM'],
  [2, 'ENOENT'],
  [11, 'EAGAIN'],
  [12, 'ENOMEM'],
  [13, 'EACCES'],
  [16, 'EBUSY'],
  [20, 'ENOTDIR'],
  [21, 'EISDIR'],
  [23, 'ENFILE'],
  [24, 'EMFILE'],
  [28, 'ENOSPC'],
  [30, 'EROFS'],
  [32, 'EPIPE'],
  [101, 'ENETUNREACH'],
  [104, 'ECONNRESET'],
  [110, 'ETIMEDOUT'],
  [111, 'ECONNREFUSED'],
  [113, 'EHOSTUNREACH'],
  [122, 'EDQUOT'],
  [3001, 'EAI_AGAIN'],
  [3008, 'ENOTFOUND'],
])

const BY_CODE: ReadonlyMap<string, ErrorKind> = new Map([
  ...[...NODE_CODES, ...AWS_NAMES].flatMap(([kind, ...codes]) => codes.map((code) => [code, KINDS[kind]] as const)),
  ...SQLITE_CODES.map(([kind, code]) => [code, KINDS[kind]] as const),
])
const BY_ERRCODE: ReadonlyMap<number, ErrorKind> = new Map(SQLITE_CODES.map(([kind, , number]) => [number, KINDS[kind]]))
const AWS: ReadonlySet<string> = new Set(AWS_NAMES.flatMap(([, ...names]) => names))

/** The kind of a textual code, or null when it is not known. */
export function byCode(code: string): ErrorKind | null {
  const family = code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code
  return BY_CODE.get(family) ?? null
}

/** The kind of an error that AWS names so. */
export function byAwsName(name: string): ErrorKind | null {
  return AWS.has(name) ? byCode(name) : null
}

/** The kind of a SQLite result code, extended or not. */
export function bySqliteErrcode(errcode: number): ErrorKind | null {
  return BY_ERRCODE.get(errcode & 255) ?? null
}

/** The kind of a system error number, of either sign. */
export function byErrno(errno: number): ErrorKind | null {
  const code = ERRNOS.get(Math.abs(errno))
  return code === undefined ? null : byCode(code)
}
