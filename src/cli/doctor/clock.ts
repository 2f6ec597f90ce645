import { formatDuration } from '../format/units.ts'
import { type Finding, ok, warn } from './finding.ts'

const NAME = 'clock'
// Servers tell whole seconds, and the way takes its time.
const SKEW_MS = 3000
const JUMP_MS = 1000

/** Two readings of the wall clock and of one that only counts, both in milliseconds. */
export interface ClockReading {
  readonly wall: number
  readonly counter: number
}

/** Whether the wall clock ran as it should while the checks ran. */
export function checkJump(before: ClockReading, after: ClockReading): Finding {
  const jump = after.wall - before.wall - (after.counter - before.counter)
  if (Math.abs(jump) < JUMP_MS) return ok(NAME, 'The clock runs evenly')
  const direction = jump > 0 ? 'forward' : 'back'
  return warn(
    NAME,
    `The clock was set ${direction} by ${formatDuration(Math.abs(jump))} just now`,
    'Let NTP keep the time, by small steps',
  )
}

/** Whether the clock of the server says the same as ours. `date` is the header that it sent. */
export function checkSkew(date: string | null, now: number): Finding | null {
  const skew = date === null ? Number.NaN : Date.parse(date) - now
  if (Number.isNaN(skew)) return null
  if (Math.abs(skew) <= SKEW_MS) return ok(`${NAME} of the server`, 'It agrees with the clock here')
  const direction = skew > 0 ? 'ahead of' : 'behind'
  const message = `It is ${formatDuration(Math.abs(skew))} ${direction} the clock here`
  return warn(`${NAME} of the server`, message, 'Let NTP keep the time on both machines; tokens and deadlines depend on it')
}
