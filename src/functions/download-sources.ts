import { HttpStatusError, TransferError } from './errors.ts'

// Answers that concern this source and say nothing about the others: what it lacks, or cannot give now.
const GONE: readonly number[] = [404, 410]
const LATER: readonly number[] = [408, 425, 429]
const NEVER: readonly number[] = [501, 505]
// Node's and OpenSSL's names for a certificate or a handshake that cannot be trusted: trying again does not mend it.
const TLS = /^(CERT_|DEPTH_ZERO_|ERR_SSL|ERR_TLS|SELF_SIGNED_|UNABLE_TO_)/

/**
 * Whether an error is the fault of the source, so that the next one may do better. A refusal is not: what one source
 * forbids must not be got from another behind its back.
 */
export function isSourcesFault(error: unknown): boolean {
  if (error instanceof HttpStatusError) {
    return error.status < 400 || error.status >= 500 || GONE.includes(error.status) || LATER.includes(error.status)
  }
  return error instanceof TransferError && error.category !== 'permission'
}

/** Of the errors of all sources the one that the attempt fails with: the first that time may mend, else the first. */
export function worthiest(errors: readonly unknown[]): unknown {
  return errors.find(mayMend) ?? errors[0]
}

function mayMend(error: unknown): boolean {
  if (error instanceof HttpStatusError) return !(GONE.includes(error.status) || NEVER.includes(error.status))
  if (error instanceof TransferError) return error.retryable
  return !TLS.test(String((error as NodeJS.ErrnoException).code))
}
