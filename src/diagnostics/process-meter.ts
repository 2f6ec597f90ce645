import { readFileSync } from 'node:fs'
import process from 'node:process'
import { stopwatch } from '../engine/system.ts'
import type { SystemMetrics } from './reports.ts'

const MIB = 1024 * 1024

/** What this process used between two readings. */
export interface Usage {
  readonly wallMs: number
  /** Of all processors together. */
  readonly cpuMs: number
  /** Bytes that went to and came from disks; null where the system does not tell. */
  readonly diskBytes: number | null
}

/** The most memory that this process has held while it was looked at, in MiB. */
export class MemoryPeak {
  mb = 0

  look(): void {
    this.mb = Math.max(this.mb, process.memoryUsage.rss() / MIB)
  }
}

/** Begins to measure; the answer reads off what was used since. */
export function startMeter(): () => Usage {
  const since = stopwatch()
  const cpu = process.cpuUsage()
  const disk = diskBytes()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    const now = diskBytes()
    return {
      wallMs: stopwatch() - since,
      cpuMs: (user + system) / 1000,
      diskBytes: disk === null || now === null ? null : now - disk,
    }
  }
}

/** @param written what is known to have been written, for systems that do not tell */
export function systemMetrics(usage: Usage, peak: MemoryPeak, written: number): SystemMetrics {
  const seconds = Math.max(usage.wallMs, 1) / 1000
  return {
    cpuUsagePercent: round(cpuPercent(usage)),
    memoryUsageMb: round(peak.mb),
    diskIoMbS: round((usage.diskBytes ?? written) / MIB / seconds),
  }
}

/** Of one processor. */
export function cpuPercent({ cpuMs, wallMs }: Usage): number {
  return (cpuMs / Math.max(wallMs, 1)) * 100
}

/** To hundredths: more digits would only pretend. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

function diskBytes(): number | null {
  try {
    const text = readFileSync('/proc/self/io', 'utf8')
    const of = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1])
    const sum = of('read_bytes') + of('write_bytes')
    return Number.isFinite(sum) ? sum : null
  } catch {
    // Another system than Linux, or one that does not permit it.
    return null
  }
}
