import type { Context } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'
import { type Checkpoint, freshCheckpoint, readCheckpoint } from './download-checkpoint.ts'
import type { DownloadRequest } from './download-input.ts'
import type { Entity } from './http-entity.ts'
import type { PartialFile } from './partial-file.ts'

/** How often the position is made durable: when either has passed since the last time. */
export interface CheckpointInterval {
  readonly ms: number
  readonly bytes: number
}

/**
 * What is known of the bytes in the partial file, and what is stored of it.
 *
 * The stored checkpoint never claims a byte that the partial file may not hold: bytes are synced before it counts them,
 * and it is reset before bytes of another file are written over them.
 */
export class Ledger {
  readonly #request: DownloadRequest
  readonly #context: Context
  readonly #clock: Clock
  readonly #interval: CheckpointInterval
  #saved: Checkpoint
  #savedAt: number
  #entity: Entity
  #source: URL
  /** Whether this attempt threw away what an earlier one had left. */
  startedOver = false

  constructor(request: DownloadRequest, context: Context, clock: Clock, interval: CheckpointInterval) {
    this.#request = request
    this.#context = context
    this.#clock = clock
    this.#interval = interval
    const saved = readCheckpoint(context.state.get(), request.url.href)
    const source = request.mirrors.find(({ href }) => href === saved.source)
    // Bytes of a mirror that is not asked any more: nothing could tell whether they are those of another source.
    this.#saved = saved.source === null || source !== undefined ? saved : freshCheckpoint(request.url.href)
    this.#savedAt = clock.now()
    this.#entity = { validator: this.#saved.validator, total: this.#saved.total }
    this.#source = source ?? request.url
  }

  /** As it is stored. */
  get saved(): Checkpoint {
    return this.#saved
  }

  /** The file on a server that the bytes in the partial file belong to. */
  get entity(): Entity {
    return this.#entity
  }

  /** Where that file is. */
  get source(): URL {
    return this.#source
  }

  /** Whether what is in the partial file can be gone on with later, and be known to be the right bytes. */
  get isSafe(): boolean {
    return this.#entity.validator !== null || (this.#request.sha256 !== null && this.#entity.total !== null)
  }

  /** What comes now belongs to this file. */
  goOn(source: URL, entity: Entity): void {
    this.#source = source
    this.#entity = entity
  }

  /** Nothing of what is in the partial file counts any more. */
  async startOver(partial: PartialFile, source: URL, entity: Entity): Promise<void> {
    this.goOn(source, entity)
    // First the checkpoint, then the bytes: it must never vouch for bytes of another file.
    await this.#save({ ...this.#saved, ...this.#position(), offset: 0, sha256: null })
    this.startedOver = true
    await partial.clear()
  }

  /** In how many milliseconds a checkpoint is due; Infinity: there is nothing that it could count. */
  dueInMs(partial: PartialFile): number {
    if (!this.isSafe || partial.length <= this.#saved.offset) return Number.POSITIVE_INFINITY
    const { ms, bytes } = this.#interval
    if (partial.length - this.#saved.offset >= bytes) return 0
    return Math.max(0, this.#savedAt + ms - this.#clock.now())
  }

  /** Makes what came durable, and counts it. */
  async checkpoint(partial: PartialFile): Promise<void> {
    const offset = partial.length
    if (!this.isSafe || offset <= this.#saved.offset) return
    await partial.sync()
    await this.#save({ ...this.#saved, ...this.#position(), offset })
  }

  /** The partial file turned out to be shorter than it was. */
  async shorten(length: number): Promise<void> {
    await this.#save({ ...this.#saved, offset: length, sha256: null })
  }

  /** The partial file is complete, synced, and hashes to this. */
  async complete(partial: PartialFile, sha256: string): Promise<void> {
    await this.#save({ ...this.#saved, ...this.#position(), total: partial.length, offset: partial.length, sha256 })
  }

  /** The complete file hashed to this, which is wrong: nothing of it counts. */
  async reject(partial: PartialFile, sha256: string): Promise<void> {
    await this.#save({ ...freshCheckpoint(this.#request.url.href), rejected: sha256 })
    this.goOn(this.#request.url, { validator: null, total: null })
    this.startedOver = true
    await partial.clear()
  }

  #position() {
    return { ...this.#entity, source: this.#source === this.#request.url ? null : this.#source.href }
  }

  async #save(checkpoint: Checkpoint): Promise<void> {
    await this.#context.state.set({ ...checkpoint })
    this.#saved = checkpoint
    this.#savedAt = this.#clock.now()
  }
}
