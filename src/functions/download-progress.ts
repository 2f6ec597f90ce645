import type { Clock } from '../operation/clock.ts'
import type { Progress } from '../operation/progress.ts'

// As often as an eye can follow a moving bar.
const REPORT_EVERY_MS = 200
// Over how long the rate is averaged: steady to read, yet it follows a change within a few seconds.
const RATE_WINDOW_MS = 5000

export type DownloadStage = 'connecting' | 'verifying' | 'downloading' | 'finishing'

/** Turns the position of a transfer into reports: not too many of them, with rate and time left. */
export class DownloadProgress {
  readonly #report: (report: Partial<Progress>) => void
  readonly #clock: Clock
  readonly #rate: TransferRate
  #stage: DownloadStage | null = null
  #reportedAt = 0

  constructor(report: (report: Partial<Progress>) => void, clock: Clock) {
    this.#report = report
    this.#clock = clock
    this.#rate = new TransferRate()
  }

  /** Tells of a position. The first one of each stage is always reported. */
  at(stage: DownloadStage, current: number, total: number | null): void {
    const now = this.#clock.now()
    const changed = stage !== this.#stage
    if (changed) this.#rate.restart()
    if (!changed && now - this.#reportedAt < REPORT_EVERY_MS) return
    this.#stage = stage
    this.#reportedAt = now
    const rate = this.#rate.add(now, current)
    const message = describe(stage, current, total, rate)
    this.#report({ current, total, unit: 'bytes', stage, message, ...(rate !== null && { rate }) })
  }
}

/** An exponentially weighted average of bytes per second. */
class TransferRate {
  #last: { readonly at: number; readonly bytes: number } | null = null
  #perSecond: number | null = null

  restart(): void {
    this.#last = null
    this.#perSecond = null
  }

  /** The rate with one more sample; null while there are too few. */
  add(now: number, bytes: number): number | null {
    const last = this.#last
    if (last !== null && now <= last.at) return this.#perSecond
    this.#last = { at: now, bytes }
    if (last === null || bytes < last.bytes) return this.#perSecond
    const elapsedMs = now - last.at
    const sample = ((bytes - last.bytes) * 1000) / elapsedMs
    const weight = 1 - Math.exp(-elapsedMs / RATE_WINDOW_MS)
    this.#perSecond = this.#perSecond === null ? sample : this.#perSecond + weight * (sample - this.#perSecond)
    return this.#perSecond
  }
}

function describe(stage: DownloadStage, current: number, total: number | null, rate: number | null): string {
  const parts = [total === null ? formatBytes(current) : `${formatBytes(current)} of ${formatBytes(total)}`]
  if (rate !== null) parts.push(`${formatBytes(rate)}/s`)
  if (rate !== null && rate > 0 && total !== null && current < total) {
    parts.push(`${formatTime((total - current) / rate)} left`)
  }
  return stage === 'downloading' ? parts.join(', ') : `${stage}: ${parts.join(', ')}`
}

/** Bytes for people, in decimal units: `12.3 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  // 999.95 would be shown as 1000.0.
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** Seconds for people, the two largest units: `2m 5s`. */
export function formatTime(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds))
  if (whole < 60) return `${whole}s`
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${whole % 60}s`
  if (whole < 86_400) return `${Math.floor(whole / 3600)}h ${Math.floor((whole % 3600) / 60)}m`
  return `${Math.floor(whole / 86_400)}d ${Math.floor((whole % 86_400) / 3600)}h`
}
