import { signal } from '@preact/signals'
import { systemClock } from '../../client/system.ts'
import type { Timer } from '../../operation/clock.ts'

// The page's one source of time: of the server as far as it is known, because that is whose instants are shown.

const TICK_MS = 1000
// The Date header knows seconds only, and comes late by the way it took.
const WORTH_CORRECTING_MS = 3000

let offsetMs = 0

/** Milliseconds since the epoch, as the server counts them; changes each second while the page is seen. */
export const now = signal(systemClock.now())

/** The instant itself, for what is not shown. */
export function instant(): number {
  return asServerTime(systemClock.now())
}

/** An instant of this machine's clock as the server counts it. */
export function asServerTime(localMs: number): number {
  return localMs + offsetMs
}

/** Calls back once, so many milliseconds from now. */
export function timer(delayMs: number, callback: () => void): Timer {
  return systemClock.timer(delayMs, callback)
}

/** Takes the server's time from the Date header of an answer, so that a wrong clock here shows no wrong countdowns. */
export function learnServerTime(date: string | null): void {
  const serverMs = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(serverMs)) return
  const differenceMs = serverMs + TICK_MS / 2 - systemClock.now()
  // Each answer says something else within a second: what is known is kept while it fits, or countdowns would jump.
  if (Math.abs(differenceMs - offsetMs) <= WORTH_CORRECTING_MS) return
  offsetMs = Math.abs(differenceMs) > WORTH_CORRECTING_MS ? differenceMs : 0
}

/** Lets `now` tick; the answer stops it. */
export function startTicking(): () => void {
  let next: Timer | null = null
  const tick = () => {
    now.value = instant()
    next = document.hidden ? null : timer(TICK_MS - (now.peek() % TICK_MS), tick)
  }
  const onVisibility = () => {
    next?.cancel()
    tick()
  }
  document.addEventListener('visibilitychange', onVisibility)
  tick()
  return () => {
    next?.cancel()
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
