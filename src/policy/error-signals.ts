import type { ErrorCategory, ErrorSeverity } from '../operation/operation-error.ts'

/** What one signal of an error (a code, a status, a name) says about it. */
export interface Signal {
  readonly category: ErrorCategory
  readonly subcategory: string
  readonly severity: ErrorSeverity
  /** How likely a retry mends it, from 0 to 1. */
  readonly recoverability: number
  readonly retryable: boolean
  readonly remedy: string
}

type Row = readonly [ErrorCategory, string, ErrorSeverity, number, boolean, string]

const KINDS = {
  connection: [
    'network',
    'network_connection',
    'medium',
    0.8,
    true,
    'It is tried again by itself. If it goes on, check that the other side runs and can be reached.',
  ],
  dns: ['network', 'network_dns', 'high', 0.5, true, 'Check the host name and the name server.'],
  tls: [
    'network',
    'network_ssl',
    'high',
    0.2,
    false,
    "Check the other side's certificate and the host name; a retry will not mend it.",
  ],
  timeout: [
    'timeout',
    'network_timeout',
    'medium',
    0.8,
    true,
    'It is tried again by itself. If it goes on, the other side is too slow: allow it a longer timeout.',
  ],
  unavailable: ['service', 'service_unavailable', 'high', 1, true, 'It is tried again by itself once the service recovers.'],
  rateLimit: [
    'service',
    'service_rate_limit',
    'medium',
    1,
    true,
    'It is tried again when the service permits. If it goes on, ask it less often.',
  ],
  auth: ['permission', 'permission_api', 'high', 0.2, false, 'Check the credentials and their rights, then retry it with force.'],
  fileAccess: [
    'permission',
    'permission_file',
    'high',
    0,
    false,
    'Give the server the right to this file or folder, then retry it with force.',
  ],
  request: [
    'validation',
    'validation_data',
    'medium',
    0.2,
    false,
    'Correct the input and start it anew; the same request will be refused again.',
  ],
  missing: ['validation', 'validation_data', 'medium', 0.2, false, 'Check the address or path: nothing is there.'],
  disk: ['resource', 'resource_disk', 'critical', 0.2, false, 'Free disk space, then retry it with force.'],
  memory: ['resource', 'resource_memory', 'critical', 0.5, true, 'Give the server more memory or let it do less at once.'],
  busy: ['resource', 'resource_quota', 'medium', 0.8, true, 'It is tried again by itself; too much is open or locked at once.'],
  corrupt: ['system', 'system_corruption', 'critical', 0.2, false, 'Restore the damaged file, then retry it with force.'],
  bug: ['system', 'system_bug', 'high', 0, false, 'The function itself is at fault: mend it, then retry it with force.'],
  aborted: ['unknown', 'aborted', 'low', 0, false, 'The work was stopped on purpose; retry it with force when it should go on.'],
} as const satisfies Record<string, Row>

function signal(kind: keyof typeof KINDS): Signal {
  const [category, subcategory, severity, recoverability, retryable, remedy] = KINDS[kind]
  return { category, subcategory, severity, recoverability, retryable, remedy }
}

function group(kind: keyof typeof KINDS, ...keys: string[]): [string, Signal][] {
  const value = signal(kind)
  return keys.map((key) => [key, value])
}

/** What is known by `error.code`. */
export const BY_CODE: ReadonlyMap<string, Signal> = new Map([
  ...group('connection', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'),
  ...group('connection', 'UND_ERR_SOCKET', 'HPE_INVALID_CONSTANT', 'INCOMPLETE_BODY'),
  ...group('dns', 'EAI_AGAIN', 'ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA', 'EAI_FAIL'),
  ...group(
    'timeout',
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
  ),
  ...group('tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
  ...group('tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_WRONG_VERSION_NUMBER', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'),
  ...group('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'EPROTO'),
  ...group(
    'request',
    'ERR_INVALID_URL',
    'ERR_INVALID_ARG_TYPE',
    'ERR_INVALID_ARG_VALUE',
    'ERR_INVALID_PROTOCOL',
    'INVALID_INPUT',
  ),
  ...group('missing', 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'),
  ...group('fileAccess', 'EACCES', 'EPERM', 'EROFS', 'ERR_ACCESS_DENIED'),
  ...group('busy', 'EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'SQLITE_BUSY', 'SQLITE_LOCKED'),
  ...group('disk', 'ENOSPC', 'EDQUOT', 'SQLITE_FULL'),
  ...group('memory', 'ENOMEM'),
  ...group('corrupt', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'),
  ...group('request', 'SQLITE_CONSTRAINT'),
  ...group('aborted', 'ABORT_ERR', 'UND_ERR_ABORTED'),
])

/** What is known by `error.name`, when no code says more. */
export const BY_NAME: ReadonlyMap<string, Signal> = new Map([
  ...group('timeout', 'TimeoutError', 'OperationTimeoutError'),
  ...group('aborted', 'AbortError'),
  ...group('request', 'SyntaxError', 'ZodError', 'ValidationError', 'URIError'),
  ...group('bug', 'ReferenceError', 'TypeError', 'RangeError'),
])

/** What is known by an HTTP status from 400 up. */
export function byStatus(status: number): Signal | null {
  if (status === 408) return signal('timeout')
  if (status === 425 || status === 429) return signal('rateLimit')
  if (status === 401 || status === 403 || status === 407) return signal('auth')
  if (status === 404 || status === 410) return signal('missing')
  if (status === 507) return signal('disk')
  if (status === 501 || status === 505) return signal('request')
  if (status >= 500 && status <= 599) return signal('unavailable')
  if (status >= 400 && status <= 499) return signal('request')
  return null
}

/** Nothing is known about it: a retry may well mend it. */
export const UNKNOWN_SIGNAL: Signal = {
  category: 'unknown',
  subcategory: 'unknown',
  severity: 'medium',
  recoverability: 0.5,
  retryable: true,
  remedy: 'It is tried again by itself. If it goes on, read the message and the technical details.',
}
