import { unlink } from 'node:fs/promises'
import type { Context } from '../engine/context.ts'
import type { JsonObject } from '../operation/json.ts'
import { type Checkpoint, freshCheckpoint, readCheckpoint } from './download-checkpoint.ts'
import type { DownloadRequest } from './download-input.ts'
import { fileSize, findPlace, moveIntoPlace, type Place } from './download-place.ts'
import { DownloadProgress, type DownloadStage } from './download-progress.ts'
import { HttpStatusError, showUrl, TransferError } from './errors.ts'
import { type Answer, type Asked, type Entity, isEncoded, judge, rangeHeaders } from './http-entity.ts'
import { type FetchResponse, type FetchSettings, httpGet } from './http-fetch.ts'
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

export interface TransferSettings extends FetchSettings {
  readonly directory: string
  readonly checkpoint: { readonly ms: number; readonly bytes: number }
}

type Useful = Exclude<Answer, { kind: 'useless' }>

/**
 * One attempt of a download.
 *
 * What makes it safe to be killed anywhere: the stored checkpoint never claims a byte that the partial file may not
 * hold. Bytes are synced before the checkpoint counts them; the checkpoint is reset before bytes of another file are
 * written over them; and it holds the final hash before the rename, so that the next attempt can tell a finished file.
 */
export class Transfer {
  readonly #request: DownloadRequest
  readonly #context: Context
  readonly #settings: TransferSettings
  readonly #progress: DownloadProgress
  /** As it is stored. */
  #saved: Checkpoint
  #savedAt: number
  /** The file on the server that the bytes in the partial file belong to. */
  #entity: Entity
  #resumedFrom = 0

  constructor(request: DownloadRequest, context: Context, settings: TransferSettings) {
    this.#request = request
    this.#context = context
    this.#settings = settings
    this.#progress = new DownloadProgress((report) => context.progress(report), settings.clock)
    this.#saved = readCheckpoint(context.state.get(), request.url.href)
    this.#savedAt = settings.clock.now()
    this.#entity = { validator: this.#saved.validator, total: this.#saved.total }
  }

  async run(): Promise<DownloadResult> {
    const place = await this.#findPlace()
    const finished = await this.#findFinished(place)
    if (finished !== null) return finished
    const partial = await PartialFile.open(place.partial)
    try {
      const complete = await this.#takeUp(partial)
      if (!complete) await this.#fetchRest(partial)
      await this.#verify(partial, place)
    } catch (error) {
      await this.#keepWhatCame(partial)
      throw error
    } finally {
      await partial.close()
    }
    return this.#finish()
  }

  #findPlace(): Promise<Place> {
    return findPlace(this.#settings.directory, this.#request.destination, this.#context.operationId)
  }

  /**
   * The result when the file is there already: an attempt died between the rename and the commit of its result, or
   * the file that `sha256` asks for was there before.
   */
  async #findFinished(place: Place): Promise<DownloadResult | null> {
    const { sha256, offset } = this.#saved
    const untouched = offset === 0 && this.#saved.rejected === null
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
    const { total, offset, sha256 } = this.#saved
    await partial.keep(offset, this.#context.signal, (read) => this.#progress.at('verifying', read, total))
    if (sha256 !== null && partial.sha256() !== sha256) await partial.clear()
    if (partial.length < offset) await this.#save({ ...this.#saved, offset: partial.length, sha256: null })
    this.#resumedFrom = partial.length
    return this.#saved.sha256 !== null || (partial.length > 0 && partial.length === total)
  }

  async #fetchRest(partial: PartialFile): Promise<void> {
    let asked: Asked = { offset: partial.length, entity: this.#entity }
    for (;;) {
      this.#report('connecting', partial)
      const response = await this.#get(asked)
      try {
        const answer = judge(response, asked, this.#settings.clock.now())
        if (answer.kind !== 'useless') return await this.#receive(answer, response, partial)
        this.#context.log.info({ offset: asked.offset }, `The download starts over: ${answer.reason}`)
        // Asked for the whole, no answer is judged useless: this comes at most once.
        asked = { offset: 0, entity: { validator: null, total: null } }
      } finally {
        response.close()
      }
    }
  }

  #get(asked: Asked): Promise<FetchResponse> {
    const headers = {
      'user-agent': 'recoverable',
      ...this.#request.headers,
      // Lengths and offsets count the bytes of the file itself.
      'accept-encoding': 'identity',
      ...rangeHeaders(asked),
    }
    return httpGet({ url: this.#request.url, headers, signal: this.#context.signal }, this.#settings)
  }

  async #receive(answer: Useful, response: FetchResponse, partial: PartialFile): Promise<void> {
    if (answer.kind === 'complete') return
    if (answer.kind === 'refused') throw new HttpStatusError(response.url, response.status, response.headers['retry-after'])
    this.#refuseEncoded(response)
    if (answer.kind === 'whole') await this.#startOver(partial, answer.entity)
    else this.#entity = answer.entity
    const end = answer.kind === 'rest' ? answer.end : answer.entity.total
    for await (const chunk of response.body()) {
      if (end !== null && partial.length + chunk.length > end) {
        throw new TransferError('BAD_RESPONSE', `${showUrl(response.url)} sent more bytes than it had announced`)
      }
      await partial.append(chunk)
      this.#report('downloading', partial)
      if (this.#isCheckpointDue(partial)) await this.#checkpoint(partial)
    }
    const total = this.#entity.total ?? partial.length
    if (partial.length !== total) {
      throw new TransferError('INCOMPLETE_BODY', `${showUrl(response.url)} sent ${partial.length} of ${total} bytes and no more`)
    }
  }

  /** Bytes in an encoding that nobody asked for are the wanted file only if its hash says so. */
  #refuseEncoded(response: FetchResponse): void {
    if (this.#request.sha256 !== null || !isEncoded(response.headers)) return
    const encoding = JSON.stringify(response.headers['content-encoding'])
    throw new TransferError(
      'ENCODED_BODY',
      `${showUrl(response.url)} sends the file encoded as ${encoding}, although the bytes themselves were asked for`,
    )
  }

  async #startOver(partial: PartialFile, entity: Entity): Promise<void> {
    // First the checkpoint, then the bytes: it must never vouch for bytes of another file.
    await this.#save({ ...this.#saved, ...entity, offset: 0, sha256: null })
    await partial.clear()
    this.#entity = entity
    this.#resumedFrom = 0
  }

  #isCheckpointDue(partial: PartialFile): boolean {
    const { ms, bytes } = this.#settings.checkpoint
    return partial.length - this.#saved.offset >= bytes || this.#settings.clock.now() - this.#savedAt >= ms
  }

  async #checkpoint(partial: PartialFile): Promise<void> {
    const offset = partial.length
    // Without a validator nobody could tell later whether the server's file is still the same: such bytes do not count.
    if (this.#entity.validator === null || offset <= this.#saved.offset) return
    await partial.sync()
    await this.#save({ ...this.#saved, ...this.#entity, offset })
  }

  /** Best effort: an attempt that was stopped may no longer be allowed to write its state, and a disk may be full. */
  async #keepWhatCame(partial: PartialFile): Promise<void> {
    await this.#checkpoint(partial).catch((error: unknown) => {
      this.#context.log.debug({ err: error, offset: this.#saved.offset }, 'The last bytes will be fetched again')
    })
  }

  async #save(checkpoint: Checkpoint): Promise<void> {
    await this.#context.state.set({ ...checkpoint })
    this.#saved = checkpoint
    this.#savedAt = this.#settings.clock.now()
  }

  /** Makes the complete file durable and stores its hash, so that the rename may be cut short at any point. */
  async #verify(partial: PartialFile, place: Place): Promise<void> {
    this.#report('finishing', partial)
    await partial.sync()
    const sha256 = partial.sha256()
    const expected = this.#request.sha256
    if (expected !== null && sha256 !== expected) return this.#reject(partial, place, sha256, expected)
    await this.#save({ ...this.#saved, ...this.#entity, total: partial.length, offset: partial.length, sha256 })
  }

  /**
   * A wrong hash may be the fault of the way, once: the next attempt fetches the whole file anew. The same wrong hash
   * twice is what the server has, and no attempt will change it.
   */
  async #reject(partial: PartialFile, place: Place, actual: string, expected: string): Promise<never> {
    const again = this.#saved.rejected === actual
    await this.#save({ ...freshCheckpoint(this.#request.url.href), rejected: actual })
    await partial.clear()
    await unlink(place.partial)
    const what = again ? 'The server has another file than expected' : 'The file came out wrong and was deleted'
    throw new TransferError('CHECKSUM_MISMATCH', `${what}: its sha256 is ${actual}, not ${expected}`, { retryable: !again })
  }

  async #finish(): Promise<DownloadResult> {
    const place = await this.#findPlace()
    this.#context.signal.throwIfAborted()
    await moveIntoPlace(place)
    const { offset: bytes, sha256 } = this.#saved
    return { path: this.#request.destination, bytes, sha256: sha256 ?? '', resumedFrom: this.#resumedFrom }
  }

  #report(stage: DownloadStage, partial: PartialFile): void {
    this.#progress.at(stage, partial.length, this.#entity.total)
  }
}
