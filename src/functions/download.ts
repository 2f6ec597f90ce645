import type { Context } from '../engine/context.ts'
import type { FunctionOptions } from '../engine/options.ts'
import type { RecoverableFunction } from '../engine/recoverable-function.ts'
import type { Recovery } from '../engine/recovery.ts'
import type { Clock } from '../operation/clock.ts'
import { type Resolve, systemResolve } from './address-guard.ts'
import { BREAKER_BY_HOST } from './breaker-by-host.ts'
import { type DownloadInput, downloadSchema, parseDownloadInput } from './download-input.ts'
import { type DownloadResult, Transfer, type TransferSettings } from './download-transfer.ts'
import { Throttle } from './throttle.ts'

type Timeouts = Pick<TransferSettings, 'connectTimeoutMs' | 'headersTimeoutMs' | 'idleTimeoutMs'>

export interface DownloadSettings {
  /** The folder that every destination lies in. Made when it is missing. */
  readonly directory: string
  /** Of the store that holds the operations: names the unfinished files, so that leftovers can be told. Default: not named. */
  readonly storeId?: string
  /** Whether files may be fetched from private, loopback and other not public addresses. */
  readonly allowPrivate: boolean
  readonly clock: Clock
  /** Finding the address, connecting and TLS together. Default 10 s. */
  readonly connectTimeoutMs?: number
  /** From the connection to the response's headers. Default 30 s. */
  readonly headersTimeoutMs?: number
  /** The longest silence within a body. Default 30 s. */
  readonly idleTimeoutMs?: number
  /** The same three, asked for each time that one of them begins: for limits that change. They win. */
  readonly timeouts?: () => Timeouts
  /** How the names of hosts are resolved. Default: by the system. */
  readonly resolve?: Resolve
  /**
   * How many bytes of each download are gathered in memory before they are written, asked for each time that it begins to
   * gather. Default 1 MiB.
   */
  readonly chunkBytes?: TransferSettings['chunkBytes']
  /** How often the position is made durable: when either has passed since the last time. Default 1 s and 64 MiB. */
  readonly checkpoint?: TransferSettings['checkpoint']
  /** How a lost connection is followed by another within the attempt; null: never. Default 500 ms and 64 KiB. */
  readonly reconnect?: TransferSettings['reconnect']
  /** Shared by all downloads that are to stay below one rate together. Default: no limit. */
  readonly throttle?: Throttle
}

// A kill costs at most the last second of the transfer, for one commit a second. On a fast line the bytes come first:
// they bound how much one fsync has to write at once, which is how long the transfer waits for it.
const CHECKPOINT: TransferSettings['checkpoint'] = { ms: 1000, bytes: 64 * 1024 * 1024 }

// Long enough for a router to come back, short enough that nobody notices. A connection that brings less than a packet's
// worth of buffers is no way to get a file.
const RECONNECT: TransferSettings['reconnect'] = { waitMs: 500, minBytes: 64 * 1024 }

/**
 * The work of `download`: fetches a file into the download folder, and goes on where it stopped after any failure,
 * pause or crash. The file appears under its name complete and verified, or not at all; a file that had the name
 * before is replaced in that moment, and left alone when it is the very file that `sha256` asks for.
 */
export function createDownload(settings: DownloadSettings): (input: unknown, context: Context) => Promise<DownloadResult> {
  const { connectTimeoutMs = 10_000, headersTimeoutMs = 30_000, idleTimeoutMs = 30_000 } = settings
  const timeouts = settings.timeouts ?? (() => ({ connectTimeoutMs, headersTimeoutMs, idleTimeoutMs }))
  const complete: TransferSettings = {
    storeId: null,
    resolve: systemResolve,
    checkpoint: CHECKPOINT,
    chunkBytes: () => 1024 * 1024,
    reconnect: RECONNECT,
    throttle: new Throttle(settings.clock),
    ...settings,
    get connectTimeoutMs() {
      return timeouts().connectTimeoutMs
    },
    get headersTimeoutMs() {
      return timeouts().headersTimeoutMs
    },
    get idleTimeoutMs() {
      return timeouts().idleTimeoutMs
    },
  }
  return async (input, context) => {
    const request = parseDownloadInput(input)
    context.signal.throwIfAborted()
    return new Transfer(request, context, complete).run()
  }
}

/** Registers the function `download`. `options` say how it is retried; absent ones are the engine's. */
export function registerDownload(
  recovery: Pick<Recovery, 'define'>,
  settings: DownloadSettings,
  options: FunctionOptions = {},
): RecoverableFunction<DownloadInput, DownloadResult> {
  const description = 'Downloads a file into the download folder; goes on where it stopped, and checks length and SHA-256.'
  return recovery.define<DownloadInput, DownloadResult>('download', createDownload(settings), {
    description,
    input: downloadSchema,
    circuitBreaker: BREAKER_BY_HOST,
    ...options,
  })
}
