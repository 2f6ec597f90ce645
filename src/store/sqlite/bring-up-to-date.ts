import type { Random } from '../../operation/clock.ts'
import type { EncryptionKey } from '../../operation/encryption-keys.ts'
import { type Inspection, inspectDatabase } from './inspect.ts'
import { openDatabase } from './open.ts'

/** What was done to a database file. */
export interface BroughtUp {
  /** Whether there was no file before. */
  readonly created: boolean
  /** The migrations that were made, in their order. */
  readonly applied: readonly string[]
}

/**
 * Brings a database file to this version, or makes it.
 *
 * @throws StoreUnavailableError that says why not and what to do, such as when a server uses it, or its encryption key is missing
 */
export async function bringUpToDate(file: string, random: Random, encryption: readonly EncryptionKey[] = []): Promise<BroughtUp> {
  const before = lookAt(file)
  const { close } = await openDatabase({ file, random, encryption })
  await close()
  const done = inspectDatabase(file).applied
  return { created: before?.exists !== true, applied: done.filter((name) => before?.applied.includes(name) !== true) }
}

/** Null for what cannot be read: the opening, which follows, says why. */
function lookAt(file: string): Inspection | null {
  try {
    return inspectDatabase(file)
  } catch {
    return null
  }
}
