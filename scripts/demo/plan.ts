import { content, sha256 } from '../../test/support/content.ts'
import type { Fault, ServedFile } from '../../test/support/faulty-server.ts'

/** A file to download, and what goes wrong on the way. */
export interface PlannedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** For people. */
  readonly trouble: string
  readonly served: ServedFile
}

export type Length = 'long' | 'short'

// The short demo has the same faults in small files, and asks nobody to wait half a minute for a connection that is dead.
const UNIT_BYTES = { long: 1_000_000, short: 100_000 } as const
const RATE = 600_000

/** The server is killed once this part of all bytes has come. */
export const KILL_AT = 0.35

export function planFiles(length: Length): readonly PlannedFile[] {
  const unit = UNIT_BYTES[length]
  const reset = (units: number): Fault => ({ breakAfter: { bytes: units * unit, by: 'reset' } })
  const silence: Fault = { breakAfter: { bytes: 2 * unit, by: 'silence' } }
  const busy = (seconds: number): Fault => ({ status: 503, headers: { 'retry-after': String(seconds) } })
  const file = (name: string, units: number, trouble: string, faults: readonly Fault[]): PlannedFile => {
    const bytes = content(units * unit + 17, name)
    const served = { content: bytes, bytesPerSecond: RATE, faults }
    return { name, bytes: bytes.length, sha256: sha256(bytes), trouble, served }
  }
  return [
    file('notes.pdf', 2, 'none', []),
    file('photos.tar', 12, 'the connection is reset, twice', [reset(4), reset(3)]),
    file('model.bin', 14, '503 with Retry-After: 3, then reset', [busy(3), reset(2)]),
    file('backup.zip', 8, 'the first answer is damaged: its sha256 is wrong', [{ corrupt: true }]),
    // In the long one the first request is cut by the kill, and the next one meets a server that falls silent.
    file('dataset.csv', 16, 'the server falls silent', length === 'long' ? [{}, silence] : [silence]),
    file('film.mp4', 26, 'none but the kill', []),
  ]
}
