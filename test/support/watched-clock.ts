import type { Timer } from '../../src/operation/clock.ts'
import { FakeClock } from './fake-clock.ts'

/** A fake clock that tells when somebody begins to wait. */
export class WatchedClock extends FakeClock {
  /** Called with the delay of each new timer, which is armed by then. */
  onTimer: (delayMs: number) => void = () => undefined

  override timer(delayMs: number, callback: () => void): Timer {
    const timer = super.timer(delayMs, callback)
    this.onTimer(delayMs)
    return timer
  }
}
