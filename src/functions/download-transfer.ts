import type { Context } from '../engine/context.ts'
import type { JsonObject } from '../operation/json.ts'
import { DownloadFetch, type FetchParts } from './download-fetch.ts'
import type { DownloadRequest } from './download-input.ts'
import { type CheckpointInterval, Ledger } from './download-ledger.ts'
import { fileSize, findPlace, moveIntoPlace, type Place } from './download-place.ts'
import { DownloadProgress } from './download-progress.ts'
import { TransferError } from './errors.ts'
import { PartialFile, sha256OfFile } from './partial-file.ts'

/** What `download` answers. */
export interface DownloadResult extends JsonObject {
  /** Relative to the download folder. */
  readonly path: string
  readonly bytes: number
  /** In lower-case hex. */
  readonly sha256: string
  /** How many bytes the last attempt found already there; 0 when it fetched the whole file. */
  readonly resumedFrom: number
}

export type TransferSettings = FetchParts['settings'] & {
  readonly directory: string
  readonly storeId: string | null
  readonly checkpoint: CheckpointInterval
  readonly chunkBytes: () => number
}

/**
 * One attempt of a download.
 *
 * What makes it safe to be killed anywhere: the stored checkpoint never claims a byte that the partial file may not
 * hold (see `Ledger`), and it holds the final hash before the rename, so that the next attempt can tell a finished file.
 */
export class Transfer {
  readonly #request: DownloadRequest
  readonly #context: Context
  readonly #settings: TransferSettings
  readonly #progress: DownloadProgress
  readonly #ledger: Ledger
  #found = 0

  constructor(request: DownloadRequest, context: Context, settings: TransferSettings) {
    this.#request = request
    this.#context = context
    this.#settings = settings
    this.#progress = new DownloadProgress((report) => context.progress(report), settings.clock)
    this.#ledger = new Ledger(request, context, settings.clock, settings.checkpoint)
  }

  async run(): Promise<DownloadResult> {
    const place = await this.#findPlace()
    const finished = await this.#findFinished(place)
    if (finished !== null) return finished
    const partial = await PartialFile.open(place.partial, this.#settings.chunkBytes)
    try {
      if (await this.#takeUp(partial)) await this.#verify(partial)
      else await this.#fetch(partial)
    } catch (error) {
      await this.#keepWhatCame(partial)
      throw error
    } finally {
      await partial.close()
    }
    return this.#finish()
  }

  #findPlace(): Promise<Place> {
    return findPlace(this.#settings.directory, this.#request.destination, this.#context.operationId, this.#settings.storeId)
  }

  /**
   * The result when the file is there already: an attempt died between the rename and the commit of its result, or
   * the file that `sha256` asks for was there before.
   */
  async #findFinished(place: Place): Promise<DownloadResult | null> {
    const { sha256, offset, rejected } = this.#ledger.saved
    const untouched = offset === 0 && rejected === null
    const expected = sha256 ?? (untouched ? this.#request.sha256 : null)
    const bytes = await fileSize(place.file)
    if (expected === null || bytes === null) return null
    if (sha256 !== null && (await fileSize(place.partial)) !== null) return null
    const actual = await sha256OfFile(place.file, this.#context.signal, (read) => this.#progress.at('verifying', read, bytes))
    if (actual !== expected) return null
    this.#context.log.info({ path: this.#request.destination, bytes }, 'The file is already there')
    return { path: this.#request.destination, bytes, sha256: actual, resumedFrom: bytes }
  }

  /** Keeps what an earlier attempt left that can be trusted. Answers whether it is the complete file. */
  async #takeUp(partial: PartialFile): Promise<boolean> {
    const { total, offset, sha256 } = this.#ledger.saved
    await partial.keep(offset, this.#context.signal, (read) => this.#progress.at('verifying', read, total))
    if (sha256 !== null && partial.sha256() !== sha256) await partial.clear()
    if (partial.length < offset) await this.#ledger.shorten(partial.length)
    this.#found = partial.length
    return this.#ledger.saved.sha256 !== null || (partial.length > 0 && partial.length === total)
  }

  async #fetch(partial: PartialFile): Promise<void> {
    const fetch = new DownloadFetch({
      request: this.#request,
      context: this.#context,
      settings: this.#settings,
      progress: this.#progress,
      ledger: this.#ledger,
    })
    await fetch.run(partial, () => this.#verify(partial))
  }

  /** Best effort: an attempt that was stopped may no longer be allowed to write its state, and a disk may be full. */
  async #keepWhatCame(partial: PartialFile): Promise<void> {
    await this.#ledger.checkpoint(partial).catch((error: unknown) => {
      this.#context.log.debug({ err: error, offset: this.#ledger.saved.offset }, 'The last bytes will be fetched again')
    })
  }

  /** Makes the complete file durable and stores its hash, so that the rename may be cut short at any point. */
  async #verify(partial: PartialFile): Promise<void> {
    this.#progress.at('finishing', partial.length, this.#ledger.entity.total)
    await partial.sync()
    const sha256 = partial.sha256()
    const expected = this.#request.sha256
    if (expected !== null && sha256 !== expected) return this.#reject(partial, sha256, expected)
    await this.#ledger.complete(partial, sha256)
  }

  /**
   * A wrong hash may be the fault of the way, once: the next attempt fetches the whole file anew. The same wrong hash
   * twice is what the server has, and no attempt will change it.
   */
  async #reject(partial: PartialFile, actual: string, expected: string): Promise<never> {
    const again = this.#ledger.saved.rejected === actual
    await this.#ledger.reject(partial, actual)
    const what = again ? 'The server has another file than expected' : 'The file came out wrong and was deleted'
    throw new TransferError('CHECKSUM_MISMATCH', `${what}: its sha256 is ${actual}, not ${expected}`, { retryable: !again })
  }

  async #finish(): Promise<DownloadResult> {
    const place = await this.#findPlace()
    this.#context.signal.throwIfAborted()
    await moveIntoPlace(place)
    const { offset: bytes, sha256 } = this.#ledger.saved
    return {
      path: this.#request.destination,
      bytes,
      sha256: sha256 ?? '',
      resumedFrom: this.#ledger.startedOver ? 0 : this.#found,
    }
  }
}
