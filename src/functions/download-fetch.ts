import type { Context } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'
import type { DownloadRequest } from './download-input.ts'
import type { Ledger } from './download-ledger.ts'
import type { DownloadProgress, DownloadStage } from './download-progress.ts'
import { isSourcesFault, worthiest } from './download-sources.ts'
import { HttpStatusError, showUrl, TransferError } from './errors.ts'
import { type Answer, type Asked, isEncoded, judge, rangeHeaders } from './http-entity.ts'
import { type FetchResponse, type FetchSettings, headersFor, httpFetch } from './http-fetch.ts'
import type { PartialFile } from './partial-file.ts'
import type { Throttle } from './throttle.ts'
import { pause } from './wait.ts'

/** How a lost connection is followed by another within the attempt. */
export interface Reconnect {
  /** The wait before it. */
  readonly waitMs: number
  /** What a connection must have brought, in bytes; of a file smaller than a hundred times that, a hundredth is enough. */
  readonly minBytes: number
}

export interface FetchParts {
  readonly request: DownloadRequest
  readonly context: Context
  readonly ledger: Ledger
  readonly progress: DownloadProgress
  readonly settings: FetchSettings & {
    readonly clock: Clock
    /** Null: an attempt ends with its connection. */
    readonly reconnect: Reconnect | null
    readonly throttle: Throttle
  }
}

type Useful = Exclude<Answer, { kind: 'useless' }>

const DUE = Symbol('a checkpoint is due')
const NOTHING_KNOWN = { validator: null, total: null }

/** Gets what is missing: from one source after the other, and over as many connections as bring it further. */
export class DownloadFetch {
  readonly #parts: FetchParts
  /** What Node's own network code threw last: it is no class of ours. */
  #networkError: unknown = null

  constructor(parts: FetchParts) {
    this.#parts = parts
  }

  /**
   * Fills the partial file, beginning with the source that its bytes came from.
   *
   * @param verify checks the complete file; a source whose file is wrong has failed
   * @throws the error of the source that time is most likely to mend, when all have failed
   */
  async run(partial: PartialFile, verify: () => Promise<void>): Promise<void> {
    const { request, ledger, context } = this.#parts
    const all = [request.url, ...request.mirrors]
    const first = partial.length > 0 ? ledger.source : request.url
    const errors: unknown[] = []
    for (const source of [first, ...all.filter((other) => other !== first)]) {
      try {
        await this.#from(source, partial)
        return await verify()
      } catch (error) {
        context.signal.throwIfAborted()
        if (error !== this.#networkError && !isSourcesFault(error)) throw error
        errors.push(error)
        if (errors.length < all.length) {
          context.log.warn({ err: error, source: showUrl(source) }, 'This source failed; the next one is asked')
        }
      }
    }
    throw worthiest(errors)
  }

  /**
   * From one source. A connection that was lost after it brought the file a good part further is followed by another: over
   * a line that breaks every minute a large file comes all the same, and its attempts are kept for real trouble. That ends,
   * because each such connection brings bytes; the first that does not fails.
   */
  async #from(source: URL, partial: PartialFile): Promise<void> {
    const { ledger, context, settings } = this.#parts
    for (let furthest = partial.length; ; furthest = partial.length) {
      try {
        return await this.#connect(source, partial)
      } catch (error) {
        if (!isLost(error) || settings.reconnect === null || !ledger.isSafe) throw error
        if (partial.length - furthest < this.#goodPart(settings.reconnect)) throw error
        await ledger.checkpoint(partial)
        context.log.info({ err: error, offset: partial.length }, 'The connection was lost on the way; the download goes on')
        await pause(settings.clock, settings.reconnect.waitMs, context.signal)
      }
    }
  }

  #goodPart({ minBytes }: Reconnect): number {
    const { total } = this.#parts.ledger.entity
    return Math.max(1, total === null ? minBytes : Math.min(minBytes, Math.ceil(total / 100)))
  }

  async #connect(source: URL, partial: PartialFile): Promise<void> {
    const { settings, context } = this.#parts
    let asked = this.#asked(source, partial)
    for (;;) {
      this.#report('connecting', partial)
      const response = await this.#get(source, asked)
      try {
        const answer = judge(response, asked, settings.clock.now())
        if (answer.kind !== 'useless') return await this.#receive(answer, response, source, partial)
        context.log.info({ offset: asked.offset }, `The download starts over: ${answer.reason}`)
        // Asked for the whole, no answer is judged useless: this comes at most once.
        asked = { offset: 0, entity: NOTHING_KNOWN, byLength: false }
      } finally {
        response.close()
      }
    }
  }

  /** An ETag names a file of its own source only: of another one the length must agree, and the hash in the end. */
  #asked(source: URL, partial: PartialFile): Asked {
    const { ledger, request } = this.#parts
    const isSame = source === ledger.source
    const byLength = request.sha256 !== null && ledger.entity.total !== null
    if (!(isSame || byLength)) return { offset: 0, entity: NOTHING_KNOWN, byLength }
    const entity = isSame ? ledger.entity : { validator: null, total: ledger.entity.total }
    return { offset: partial.length, entity, byLength }
  }

  async #get(source: URL, asked: Asked): Promise<FetchResponse> {
    const { request, context, settings } = this.#parts
    const headers = {
      'user-agent': 'recoverable',
      ...headersFor(source, request.url, request.headers),
      // Lengths and offsets count the bytes of the file itself.
      'accept-encoding': 'identity',
      ...rangeHeaders(asked),
    }
    try {
      return await httpFetch({ url: source, headers, signal: context.signal }, settings)
    } catch (error) {
      if (!(error instanceof TransferError)) this.#networkError = error
      throw error
    }
  }

  async #receive(answer: Useful, response: FetchResponse, source: URL, partial: PartialFile): Promise<void> {
    const { ledger } = this.#parts
    if (answer.kind === 'complete') return
    if (answer.kind === 'refused') throw new HttpStatusError(response.url, response.status, response.headers['retry-after'])
    this.#refuseEncoded(response)
    if (answer.kind === 'whole') await ledger.startOver(partial, source, answer.entity)
    else ledger.goOn(source, answer.entity)
    const end = answer.kind === 'rest' ? answer.end : answer.entity.total
    await this.#readBody(response, end, partial)
    const total = ledger.entity.total ?? partial.length
    if (partial.length !== total) {
      throw new TransferError('INCOMPLETE_BODY', `${showUrl(response.url)} sent ${partial.length} of ${total} bytes and no more`)
    }
  }

  /** @param end the length that the file must not outgrow; null: nobody knows it */
  async #readBody(response: FetchResponse, end: number | null, partial: PartialFile): Promise<void> {
    const { ledger, settings, context } = this.#parts
    const body = response.body()
    try {
      for (;;) {
        const { done, value: piece } = await this.#saving(body.next(), partial)
        if (done === true) return
        if (end !== null && partial.length + piece.length > end) {
          throw new TransferError('BAD_RESPONSE', `${showUrl(response.url)} sent more bytes than it had announced`)
        }
        await partial.append(piece)
        this.#report('downloading', partial)
        if (ledger.dueInMs(partial) === 0) await ledger.checkpoint(partial)
        await this.#saving(settings.throttle.take(piece.length, context.signal), partial)
      }
    } finally {
      // Not awaited: while a piece is waited for, it would wait for that, and the connection is closed only after this.
      body.return(undefined).catch(() => undefined)
    }
  }

  /** Waits, and when that takes long makes durable what came before: it must not lie in memory until the next piece. */
  async #saving<T>(wait: Promise<T>, partial: PartialFile): Promise<T> {
    const { ledger, settings } = this.#parts
    // When a checkpoint fails, nobody awaits it any more.
    wait.catch(() => undefined)
    for (;;) {
      const dueInMs = ledger.dueInMs(partial)
      if (dueInMs === Number.POSITIVE_INFINITY) return wait
      const { promise: due, resolve } = Promise.withResolvers<typeof DUE>()
      const timer = settings.clock.timer(dueInMs, () => resolve(DUE))
      const first = await Promise.race([wait, due]).finally(() => timer.cancel())
      if (first !== DUE) return first
      await ledger.checkpoint(partial)
    }
  }

  /** Bytes in an encoding that nobody asked for are the wanted file only if its hash says so. */
  #refuseEncoded(response: FetchResponse): void {
    if (this.#parts.request.sha256 !== null || !isEncoded(response.headers)) return
    const encoding = JSON.stringify(response.headers['content-encoding'])
    throw new TransferError(
      'ENCODED_BODY',
      `${showUrl(response.url)} sends the file encoded as ${encoding}, although the bytes themselves were asked for`,
    )
  }

  #report(stage: DownloadStage, partial: PartialFile): void {
    this.#parts.progress.at(stage, partial.length, this.#parts.ledger.entity.total)
  }
}

function isLost(error: unknown): boolean {
  return error instanceof TransferError && (error.code === 'INCOMPLETE_BODY' || error.code === 'STALLED')
}
