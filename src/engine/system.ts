import { randomBytes, randomInt } from 'node:crypto'
import type { Clock, Random, Timer } from '../operation/clock.ts'
import { encodeId, type IdPrefix, type NewId } from '../operation/ids.ts'

// The one place that touches the real clock, timers and randomness; everything else is given them.

const MAX_TIMEOUT_MS = 2 ** 31 - 1
const JUMP_MS = 1000
const COMPARE_MS = 1

/** Where the real clock reads: the wall clock, which may be set, and one that only counts. */
interface TimeSources {
  readonly wall: () => number
  readonly counter: () => number
}

/**
 * The real clock. It never goes backwards: when the wall clock is set back, it runs on from where it was; when the
 * wall clock is ahead by more than a second (set forward, or the machine slept), it follows.
 */
export function createSystemClock(sources: TimeSources = { wall: Date.now, counter: () => performance.now() }): Clock {
  let anchor = sources.wall()
  let since = sources.counter()
  let comparedAt = since
  return {
    now() {
      const counter = sources.counter()
      const elapsed = anchor + (counter - since)
      // Two clocks cost twice as much as one, and a jump is as good when it is seen a moment later.
      if (counter - comparedAt < COMPARE_MS) return Math.floor(elapsed)
      comparedAt = counter
      const wall = sources.wall()
      if (wall - elapsed < JUMP_MS) return Math.floor(elapsed)
      anchor = wall
      since = counter
      return wall
    },
    timer: systemTimer,
  }
}

function systemTimer(delayMs: number, callback: () => void): Timer {
  const handle = setTimeout(callback, Math.min(Math.max(0, delayMs), MAX_TIMEOUT_MS))
  handle.unref()
  return { cancel: () => clearTimeout(handle) }
}

/** Keeps the process alive until the answer is called: timers of the clock do not. */
export function holdProcess(): () => void {
  const handle = setInterval(() => undefined, MAX_TIMEOUT_MS)
  return () => clearInterval(handle)
}

/**
 * Keeps the process alive while anybody waits. Taking and giving cost almost nothing: whoever gives last does not let
 * go at once, because the next one mostly comes in the same turn of the loop.
 */
export class ProcessHold {
  #waiting = 0
  #handle: NodeJS.Timeout | null = null
  #looking = false

  take(): void {
    if (this.#waiting++ > 0 || this.#looking) return
    this.#handle ??= setInterval(() => undefined, MAX_TIMEOUT_MS)
    this.#handle.ref()
  }

  give(): void {
    if (--this.#waiting > 0 || this.#looking) return
    this.#looking = true
    setImmediate(() => {
      this.#looking = false
      if (this.#waiting === 0) this.#handle?.unref()
    })
  }
}

export const systemRandom: Random = Math.random

/** So many bytes that nobody can guess, for secrets. */
export const secureBytes: (size: number) => Uint8Array = randomBytes

/** New ids from the clock and the system's secure randomness: unique across processes, rising within one. */
export function createNewId(clock: Clock): NewId {
  let lastMs = 0
  let counter = 0
  let pool = Buffer.alloc(0)
  let offset = 0
  return (prefix: IdPrefix) => {
    const now = Math.floor(clock.now())
    if (now > lastMs) {
      lastMs = now
      counter = randomInt(1024)
    } else if (++counter > 4095) {
      // More than the counter holds within a millisecond: borrow the next one, as RFC 9562 permits.
      lastMs++
      counter = 0
    }
    if (offset === pool.length) {
      pool = randomBytes(4096)
      offset = 0
    }
    const high = pool.readUInt32LE(offset) >>> 1
    const low = pool.readUInt32LE(offset + 4) >>> 1
    offset += 8
    return encodeId(prefix, lastMs, counter, high, low)
  }
}

/** Milliseconds with fractions, from some fixed moment on: to measure with, not to tell the time. */
export function stopwatch(): number {
  return performance.now()
}
