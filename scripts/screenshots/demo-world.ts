import { setTimeout as sleep } from 'node:timers/promises'

/** What the functions of the demo find around them: time, and hosts that answer or do not. */
export interface World {
  /** Rejects when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>
  /** What a call of this host fails with now; null when it answers. */
  trouble(host: string, attempt: number): Error | null
}

const RETRY_AFTER_S = 280
const QUICK_ATTEMPTS = 2

/** Today some hosts are down, and stay so: what calls them fails, and what does not is at work. */
export const PRESENT: World = {
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
  trouble: (host, attempt) => DOWN[host]?.(attempt) ?? null,
}

const DOWN: Readonly<Record<string, (attempt: number) => Error>> = {
  'orders.north.example': (attempt) => busy('orders.north.example', attempt > QUICK_ATTEMPTS ? RETRY_AFTER_S : 1),
  'smtp.example': () => refused('smtp.example', 587),
  'cards.example': () => busy('cards.example', null),
}

/** An answer of 503, as an HTTP client throws it. */
export function busy(host: string, retryAfterS: number | null): Error {
  const headers = retryAfterS === null ? {} : { 'retry-after': String(retryAfterS) }
  return Object.assign(new Error(`${host} answered 503 Service Unavailable`), { status: 503, headers })
}

/** A connection that nobody takes, as Node throws it. */
export function refused(host: string, port: number): Error {
  return Object.assign(new Error(`connect ECONNREFUSED ${host}:${port}`), { code: 'ECONNREFUSED', syscall: 'connect' })
}
