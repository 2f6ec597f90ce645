import type { Clock, Random } from '../operation/clock.ts'

// The one place of the client that touches the real clock and randomness; everything else is given them.

/** Unlike the engine's, its timers keep the process alive: whoever waits for a lost server has nothing else that does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  timer(delayMs, callback) {
    const handle = setTimeout(callback, delayMs)
    return { cancel: () => clearTimeout(handle) }
  },
}

export const systemRandom: Random = () => Math.random()
