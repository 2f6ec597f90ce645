import { statfs } from 'node:fs/promises'
import type { Recovery } from '../engine/recovery.ts'
import type { Clock } from '../operation/clock.ts'
import { RecoveryError } from '../operation/errors.ts'

/** Why a server does not take work. The codes are for programs, the messages for people. */
export interface Reason {
  readonly code: 'STARTING' | 'STOPPING' | 'STORE_UNAVAILABLE' | 'NOT_CLAIMING' | 'DISK_NEARLY_FULL'
  readonly message: string
}

/** What the checks look at. */
export interface CheckedParts {
  readonly recovery: Pick<Recovery, 'probeStore' | 'insight'>
  readonly clock: Clock
  /** The room that is left where the store is, in bytes; null when it has no place on a disk. */
  readonly freeBytes: () => Promise<number | null>
}

/** How old an answer may be: supervisors ask often, and a probe writes. */
const FRESH_MS = 5000
/** How long a look may take: whoever asks has a time limit too. */
const LIMIT_MS = 1000
/** With less room than this the store will soon not be able to write. */
const MIN_FREE_BYTES = 64 * 1024 * 1024

const NOT_WRITABLE =
  'The store could not be written just now; what has finished is kept in memory and written as soon as it can be'
const NOT_CLAIMING = 'Nothing that is due is begun: the engine is not open'
const SILENT = `The store did not answer within ${LIMIT_MS} ms`

/** Whether the engine behind a server can do its work. Each answer comes within a second, whatever the store does. */
export class HealthChecks {
  readonly #parts: CheckedParts
  #looked: { readonly at: number; readonly reasons: readonly Reason[] } | null = null
  #looking: Promise<readonly Reason[]> | null = null

  constructor(parts: CheckedParts) {
    this.#parts = parts
  }

  /** Why not; empty when it can. */
  async reasons(): Promise<readonly Reason[]> {
    return [...this.#known(), ...(await this.#found())]
  }

  /** What the engine knows without looking. */
  #known(): readonly Reason[] {
    const { insight } = this.#parts.recovery
    if (!insight.writable) return [{ code: 'STORE_UNAVAILABLE', message: NOT_WRITABLE }]
    return insight.claiming ? [] : [{ code: 'NOT_CLAIMING', message: NOT_CLAIMING }]
  }

  async #found(): Promise<readonly Reason[]> {
    const { clock } = this.#parts
    if (this.#looked !== null && clock.now() - this.#looked.at < FRESH_MS) return this.#looked.reasons
    // One look at a time: a disk that hangs must not gather writes.
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    const { promise: late, resolve } = Promise.withResolvers<readonly Reason[]>()
    const timer = clock.timer(LIMIT_MS, () => resolve([{ code: 'STORE_UNAVAILABLE', message: SILENT }]))
    try {
      return await Promise.race([this.#looking, late])
    } finally {
      timer.cancel()
    }
  }

  async #look(): Promise<readonly Reason[]> {
    const { recovery, clock, freeBytes } = this.#parts
    const [store, disk] = await Promise.all([
      recovery.probeStore().then(
        () => [],
        (error: unknown): readonly Reason[] => [{ code: 'STORE_UNAVAILABLE', message: messageOf(error) }],
      ),
      // A file system that does not tell is no reason.
      freeBytes().then(roomReasons, () => []),
    ])
    const reasons = [...store, ...disk]
    this.#looked = { at: clock.now(), reasons }
    return reasons
  }
}

/** Whoever reaches the server may ask: only what was written to be told is. */
function messageOf(error: unknown): string {
  return error instanceof RecoveryError ? error.message : 'The store cannot be written'
}

function roomReasons(bytes: number | null): readonly Reason[] {
  if (bytes === null || bytes >= MIN_FREE_BYTES) return []
  const mebibytes = Math.floor(bytes / 1024 / 1024)
  return [{ code: 'DISK_NEARLY_FULL', message: `The disk of the store has ${mebibytes} MiB left; make room on it` }]
}

/** The room that is left in a folder for who is not root; null without one. */
export async function freeBytesIn(folder: string | null): Promise<number | null> {
  if (folder === null) return null
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
