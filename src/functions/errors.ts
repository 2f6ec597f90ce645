import type { ErrorCategory } from '../operation/operation-error.ts'

interface Kind {
  readonly category: ErrorCategory
  readonly retryable: boolean
  readonly remedy: string
  /** Absent: the category says it. `ignored`: the service answered, and only not what was hoped for. */
  readonly breaker?: 'ignored'
}

const AGAIN =
  'It is tried again by itself and goes on where it stopped. If it goes on failing, the other side or the way to it is at fault.'

const AGAIN_LATER = 'It is tried again by itself. If it goes on failing, give it more time, or look at the service.'

// What Node's own errors do not say. Failures that have a code of Node's (ECONNREFUSED, ENOTFOUND, ENOSPC …) pass unchanged.
const KINDS = {
  INCOMPLETE_BODY: { category: 'network', retryable: true, remedy: AGAIN },
  STALLED: { category: 'timeout', retryable: true, remedy: AGAIN },
  CONNECT_TIMEOUT: { category: 'timeout', retryable: true, remedy: AGAIN },
  HEADERS_TIMEOUT: { category: 'timeout', retryable: true, remedy: AGAIN },
  BAD_RESPONSE: {
    category: 'service',
    retryable: true,
    remedy: 'The server breaks the rules of HTTP: tell its operator, or use another.',
  },
  CHECKSUM_MISMATCH: {
    category: 'validation',
    retryable: true,
    remedy: 'Check the sha256 and the url: the two do not belong together.',
  },
  ENCODED_BODY: {
    category: 'service',
    retryable: false,
    remedy: 'Give the sha256 of the bytes as they are sent, or another url.',
    breaker: 'ignored',
  },
  RESPONSE_TIMEOUT: { category: 'timeout', retryable: true, remedy: AGAIN_LATER },
  UNEXPECTED_BODY: {
    category: 'service',
    retryable: true,
    remedy: 'It is asked again by itself. If the service never answers that, change what is expected of it.',
    breaker: 'ignored',
  },
  RESPONSE_TOO_LARGE: {
    category: 'validation',
    retryable: false,
    remedy: 'Raise maxResponseBytes, ask the service for less, or fetch it with download.',
  },
  OUTCOME_UNKNOWN: {
    category: 'service',
    retryable: false,
    remedy: 'Look at the service whether the request had its effect; if it had none, retry the operation with force.',
  },
  ADDRESS_REFUSED: {
    category: 'permission',
    retryable: false,
    remedy: 'Use a public address, or allow private ones in the settings.',
  },
  REDIRECT_REFUSED: { category: 'permission', retryable: false, remedy: 'Use the url that the redirects should have led to.' },
} as const satisfies Record<string, Kind>

export type TransferErrorCode = keyof typeof KINDS

interface TransferErrorOptions extends ErrorOptions {
  readonly retryable?: boolean
  readonly breaker?: 'ignored'
}

/** A transfer that went wrong. `category`, `retryable`, `remedy` and `breaker` speak for it when it is classified. */
export class TransferError extends Error {
  readonly code: TransferErrorCode
  readonly category: ErrorCategory
  readonly retryable: boolean
  readonly remedy: string
  readonly breaker: 'ignored' | undefined

  constructor(code: TransferErrorCode, message: string, options: TransferErrorOptions = {}) {
    super(message, options)
    const kind: Kind = KINDS[code]
    this.name = 'TransferError'
    this.code = code
    this.category = kind.category
    this.retryable = options.retryable ?? kind.retryable
    this.remedy = kind.remedy
    this.breaker = options.breaker ?? kind.breaker
  }
}

/** A server answered with a status that does not give what was asked for. Its Retry-After is honoured. */
export class HttpStatusError extends Error {
  readonly code: string
  readonly status: number
  /** Only what says when to ask again: other headers may hold secrets, and errors are logged. */
  readonly headers: Readonly<Record<string, string>>

  /** Absent: the status says it. */
  retryable?: false
  /** Of a status that is no error, but not the one that was hoped for: whoever answers with it is well. */
  readonly breaker: 'ignored' | undefined

  constructor(url: URL, status: number, retryAfter: string | undefined) {
    const wait = retryAfter === undefined ? '' : ` and asks to come back later (Retry-After: ${retryAfter})`
    super(`${showUrl(url)} answered with status ${status}${wait}`)
    this.name = 'HttpStatusError'
    this.code = `HTTP_${status}`
    this.status = status
    this.breaker = status < 400 ? 'ignored' : undefined
    this.headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  }

  /** The same error for a request that must not be repeated, because the server may have done what it asked. */
  final(): this {
    this.retryable = false
    return this
  }
}

/** A URL for messages and logs: without its query and fragment, which often hold signatures and tokens. */
export function showUrl(url: URL): string {
  return `${url.origin}${url.pathname}`
}
