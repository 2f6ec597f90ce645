import { DataDamagedError } from '../../operation/errors.ts'
import type { Json } from '../../operation/json.ts'
import type { OperationError } from '../../operation/operation-error.ts'
import { openText, type SealedPart, type Vault } from './vault.ts'

// For what is only looked at, such as lists and the event log: one damaged value must not hide all the others.

/** Stands in the place of an error that cannot be read, or of an operation's when any part of it cannot. */
export function damagedError({ message, code }: DataDamagedError): OperationError {
  return {
    message,
    name: 'DataDamagedError',
    code,
    category: 'system',
    subcategory: 'data_damaged',
    severity: 'critical',
    recoverability: 0,
    confidence: 1,
    retryable: false,
    remedy: 'Stop the server and restore a backup of the store, or give the key that is missing.',
    retryAfterMs: null,
    stack: null,
    cause: null,
  }
}

/** The stored error, or one that says that it cannot be read. */
export function errorOrDamaged(vault: Vault | null, text: string | null, part: SealedPart, row: string): OperationError | null {
  if (vault === null || text === null) return parsed(text)
  return readable(() => parsed<OperationError>(openText(vault, text, part, row)), damagedError)
}

/** The stored text, or one that says that it cannot be read. */
export function textOrDamaged(vault: Vault | null, text: string | null, part: SealedPart, row: string): string | null {
  if (vault === null || text === null) return text
  return readable(
    () => openText(vault, text, part, row),
    ({ message }) => message,
  )
}

/** The stored value; null when it cannot be read. */
export function jsonOrDamaged<T extends Json>(vault: Vault | null, text: string | null, part: SealedPart, row: string): T | null {
  if (vault === null || text === null) return parsed(text)
  return readable(
    () => parsed<T>(openText(vault, text, part, row)),
    () => null,
  )
}

/** What `read` answers, or what stands for it when it is damaged. */
export function readable<T>(read: () => T, damaged: (error: DataDamagedError) => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof DataDamagedError) return damaged(error)
    throw error
  }
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text)
}
