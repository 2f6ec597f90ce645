import { timer } from './time.ts'

interface Spacing {
  readonly gapMs: () => number
  /** Whether the first call is obeyed at once, and only what follows waits; else it waits too, for what comes with it. */
  readonly startsAtOnce?: boolean
}

/**
 * Answers a call to be made whenever something has changed: however often it is made, `run` runs once within `gapMs`, never
 * twice at the same time, and once more when it was asked for while it ran. `run` must not fail.
 */
export function spaced(run: () => Promise<unknown>, { gapMs, startsAtOnce = false }: Spacing): () => void {
  let isWanted = false
  let isBusy = false
  const gap = () => new Promise<void>((resolve) => void timer(gapMs(), resolve))
  const work = async () => {
    isBusy = true
    while (isWanted) {
      if (!startsAtOnce) await gap()
      isWanted = false
      await run()
      if (startsAtOnce) await gap()
    }
    isBusy = false
  }
  return () => {
    isWanted = true
    if (!isBusy) void work()
  }
}
