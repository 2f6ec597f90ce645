import type { Clock, Timer } from '../operation/clock.ts'

/** What `run` comes to, or the rejection with `late` when that takes longer. It is not stopped: what it does later is its own affair. */
export async function withinLimit<T>(
  timers: Pick<Clock, 'timer'>,
  limitMs: number,
  run: () => Promise<T>,
  late: () => Error,
): Promise<T> {
  let timer: Timer | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = timers.timer(limitMs, () => reject(late()))
  })
  try {
    return await Promise.race([run(), tooLate])
  } finally {
    timer?.cancel()
  }
}
