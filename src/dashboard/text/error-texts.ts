import { ClientError, type ClientErrorCode } from '../../client/client-error.ts'

const WHAT_TO_DO: Partial<Readonly<Record<ClientErrorCode, string>>> = {
  UNREACHABLE: 'The server does not answer. Check that it runs; the page goes on by itself when it is back.',
  TIMEOUT: 'The server took too long to answer. What you asked for may have been done: look before you ask again.',
  BAD_RESPONSE: 'What answered is no Recoverable server. Check the address and what lies in between.',
  UNAUTHENTICATED: 'Sign in with a token that this server knows.',
  FORBIDDEN: 'Ask an administrator, or sign in with a token that permits it.',
  STORE_UNAVAILABLE: 'The store cannot be reached now. Nothing was changed; try again in a moment.',
  INTERNAL: 'The server has a fault; its log has the details.',
}

const LIMITED = 'This page needs no less: whoever runs the server can raise its limit, by RECOVERY_MAX_QUERY_COST and the like.'

const PASSING: readonly ClientErrorCode[] = ['UNREACHABLE', 'TIMEOUT', 'STORE_UNAVAILABLE', 'RATE_LIMITED']

/** Whether a proxy, or whatever else lies in between, answered in the server's place. */
function isOfProxy({ status, errors }: ClientError): boolean {
  return status !== null && errors.length === 0
}

/** Whether the server was not reached, as far as this side or a proxy knows. */
function isUnreached(error: unknown): boolean {
  if (!(error instanceof ClientError)) return false
  return error.code === 'UNREACHABLE' || (isOfProxy(error) && (error.status ?? 0) > 501)
}

/** What happened, as the server says it, and what to do where it does not. */
export function errorText(error: unknown): string {
  if (!(error instanceof ClientError)) return error instanceof Error ? error.message : String(error)
  const advice = WHAT_TO_DO[isUnreached(error) ? 'UNREACHABLE' : error.code]
  if (isOfProxy(error)) return `${advice ?? 'Something between here and the server refused it.'} (Status ${error.status})`
  if (error.errors[0]?.extensions?.limit !== undefined) return `${sentence(error.message)} ${LIMITED}`
  if (advice === undefined) return error.message
  return error.code === 'UNREACHABLE' || error.code === 'BAD_RESPONSE' ? advice : `${sentence(error.message)} ${advice}`
}

/** What to do where it is not known whether something was done. */
export function actErrorText(error: unknown): string {
  return isUnreached(error)
    ? 'The server does not answer. Look whether it was done when the connection is back, and try again then.'
    : errorText(error)
}

/** Whether the server may answer the same question later: it, its store or the way there is away. */
export function isPassing(error: unknown): boolean {
  return isUnreached(error) || (error instanceof ClientError && PASSING.includes(error.code))
}

/** Whether the server wants to know who asks. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ClientError && error.code === 'UNAUTHENTICATED'
}

/** Whether whoever asks has not the right to know. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ClientError && error.code === 'FORBIDDEN'
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
