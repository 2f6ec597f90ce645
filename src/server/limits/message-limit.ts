import type { Clock } from '../../operation/clock.ts'
import { rateOf } from './limits.ts'
import { TokenBucket } from './token-bucket.ts'

/** Answers for each message of one connection whether it may be served; `rate` is messages a second, 0 sets no limit. */
export function messageLimit(rate: number, clock: Pick<Clock, 'now'>): () => boolean {
  if (rate === 0) return () => true
  const bucket = new TokenBucket(rate, rateOf(rate).burst, clock.now())
  return () => bucket.take(clock.now()) === 0
}
