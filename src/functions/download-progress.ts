import type { Clock } from '../operation/clock.ts'
import type { Progress } from '../operation/progress.ts'
import { ProgressRate } from '../operation/progress-rate.ts'

// As often as an eye can follow a moving bar.
const REPORT_EVERY_MS = 200

export type DownloadStage = 'connecting' | 'verifying' | 'downloading' | 'finishing'

/** Turns the position of a transfer into reports: not too many of them, with rate and time left. */
export class DownloadProgress {
  readonly #report: (report: Partial<Progress>) => void
  readonly #clock: Clock
  /** As the engine derives it: here it is told in words too. */
  readonly #rate = new ProgressRate()
  #stage: DownloadStage | null = null
  #reportedAt = 0

  constructor(report: (report: Partial<Progress>) => void, clock: Clock) {
    this.#report = report
    this.#clock = clock
  }

  /** Tells of a position. The first one of each stage is always reported. */
  at(stage: DownloadStage, current: number, total: number | null): void {
    const now = this.#clock.now()
    if (stage === this.#stage && now - this.#reportedAt < REPORT_EVERY_MS) return
    this.#stage = stage
    this.#reportedAt = now
    const counted = { current, unit: 'bytes', stage }
    const rate = this.#rate.observe({ ...counted, fraction: null }, now)
    const message = describe(stage, current, total, rate)
    this.#report({ ...counted, total, message, ...(rate !== null && { rate }) })
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
