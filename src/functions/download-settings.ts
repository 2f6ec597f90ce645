import { durationWithin, wholeNumber } from '../engine/engine-settings.ts'
import type { Recovery } from '../engine/recovery.ts'
import type { Clock } from '../operation/clock.ts'
import { type DownloadSettings, registerDownload } from './download.ts'
import { removeLeftoversOf, storeIdOf } from './download-leftovers.ts'
import { Throttle } from './throttle.ts'

/** What can be changed of downloads, for all of them on this server together where it does not say otherwise. */
export interface DownloadLimits {
  /** How many run at once. */
  readonly maxConcurrentDownloads: number
  /** Bytes per second; 0: no limit. */
  readonly downloadBandwidthLimit: number
  /** The longest silence of a server, in milliseconds: before its answer, and within a body. */
  readonly downloadTimeout: number
  /** The longest an attempt may take, in milliseconds; 0: no limit. */
  readonly downloadAttemptTimeout: number
  /** How many bytes each of them gathers in memory before it writes them. */
  readonly downloadChunkSize: number
}

const CONNECT_TIMEOUT_MS = 10_000
const DAY_MS = 86_400_000
const MAX_BANDWIDTH = 1e12
const MIN_CHUNK = 8 * 1024
const MAX_CHUNK = 64 * 1024 * 1024

/** Registers `download` with limits that can be changed at run time, for the downloads that run too. */
export function registerTunedDownload(
  recovery: Recovery,
  settings: Pick<DownloadSettings, 'directory' | 'allowPrivate'> & { readonly clock: Clock },
  configured: DownloadLimits,
): void {
  const throttle = new Throttle(settings.clock)
  let { downloadTimeout: silenceMs, downloadChunkSize: chunkBytes } = configured
  registerDownload(recovery, {
    ...settings,
    storeId: storeIdOf(recovery),
    throttle,
    chunkBytes: () => chunkBytes,
    // Asked for each time that somebody begins to wait.
    timeouts: () => ({
      connectTimeoutMs: Math.min(CONNECT_TIMEOUT_MS, silenceMs),
      headersTimeoutMs: silenceMs,
      idleTimeoutMs: silenceMs,
    }),
  })
  const apply = (limits: DownloadLimits) => {
    throttle.limitTo(limits.downloadBandwidthLimit)
    silenceMs = limits.downloadTimeout
    chunkBytes = limits.downloadChunkSize
    const timeout = limits.downloadAttemptTimeout
    recovery.adjust('download', { concurrency: limits.maxConcurrentDownloads, ...(timeout > 0 && { timeout }) })
  }
  removeLeftoversOf(recovery, settings.directory, settings.clock)
  apply(configured)
  recovery.settings.add(
    [
      wholeNumber('maxConcurrentDownloads', 1, 10_000, configured.maxConcurrentDownloads),
      wholeNumber('downloadBandwidthLimit', 0, MAX_BANDWIDTH, configured.downloadBandwidthLimit),
      durationWithin('downloadTimeout', 1000, DAY_MS, configured.downloadTimeout),
      durationWithin('downloadAttemptTimeout', 0, 30 * DAY_MS, configured.downloadAttemptTimeout),
      wholeNumber('downloadChunkSize', MIN_CHUNK, MAX_CHUNK, configured.downloadChunkSize),
    ],
    (values) => () => apply(values as unknown as DownloadLimits),
  )
}
