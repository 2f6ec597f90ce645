import type { Random } from '../operation/clock.ts'

/** The name of a new event log: 8 hex digits. */
export function newEpoch(random: Random): string {
  return Math.floor(random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0')
}
