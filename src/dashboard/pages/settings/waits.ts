import { writeDuration } from '../../text/duration-input.ts'
import { countOf } from '../../text/numbers.ts'

interface Backoff {
  readonly maxRetries: number
  readonly initialDelay: number
  readonly backoffFactor: number
  readonly maxDelay: number
}

const SHOWN = 6

/** The waits before each retry, in milliseconds, without their random part. */
export function waitsOf({ maxRetries, initialDelay, backoffFactor, maxDelay }: Backoff): readonly number[] {
  return Array.from({ length: maxRetries }, (_, retry) => Math.min(maxDelay, initialDelay * backoffFactor ** retry))
}

/** The first waits and the last one, such as `2s, 4s, 8s, … 5m`. */
export function waitTexts(waits: readonly number[]): readonly string[] {
  const texts = waits.map((ms) => writeDuration(rounded(ms)))
  return texts.length <= SHOWN + 1 ? texts : [...texts.slice(0, SHOWN), '…', texts.at(-1) ?? '']
}

/** What the waits come to, in words. */
export function waitsSummary(waits: readonly number[]): string {
  if (waits.length === 0) return 'An operation that fails is not tried again.'
  const totalMs = waits.reduce((sum, ms) => sum + ms, 0)
  return `${countOf(waits.length, 'retry', 'retries')} within ${writeDuration(rounded(totalMs))} of waiting.`
}

/** As exact as it is worth to be read: milliseconds below a second, tenths below a minute, whole seconds, whole minutes from a day on. */
function rounded(ms: number): number {
  const steps = [
    [1000, 1],
    [60_000, 100],
    [86_400_000, 1000],
  ] as const
  const step = steps.find(([below]) => ms < below)?.[1] ?? 60_000
  return Math.round(ms / step) * step
}
