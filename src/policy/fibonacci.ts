import { type DelayOptions, type Delays, jittered, resolveDelays } from './delays.ts'
import type { Strategy } from './strategy.ts'

// F(1476) is the last Fibonacci number that a double holds; F(90) s are more years than the universe has.
const LAST = 90

/**
 * Waits that grow with the Fibonacci numbers 1, 1, 2, 3, 5, 8 …: `min(initial · F(n + 1), max)`, n = 0 for the first.
 * They grow by ×1.62 in the long run: gentler than doubling.
 *
 * @throws InvalidInputError naming the option that is out of its range
 * @example fibonacci({ initial: '1s', jitter: 'none' }) // 1 s, 1 s, 2 s, 3 s, 5 s
 */
export function fibonacci(options: Omit<DelayOptions, 'factor'> = {}): Strategy {
  return fibonacciOf(resolveDelays(options))
}

export function fibonacciOf(delays: Delays): Strategy {
  const delay: Strategy['delay'] = ({ failures, random }) =>
    jittered(delays.initialMs * fibonacciNumber(failures), delays, random)
  return Object.freeze({ name: 'fibonacci', maxMs: delays.maxMs, delay })
}

/** F(1) = F(2) = 1. */
function fibonacciNumber(n: number): number {
  let [current, next] = [1, 1]
  for (let i = 1; i < Math.min(n, LAST); i++) [current, next] = [next, current + next]
  return current
}
