import { access } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../../src/engine/context.ts'
import type { Recovery } from '../../../src/engine/recovery.ts'
import type { Json } from '../../../src/operation/json.ts'
import type { Progress } from '../../../src/operation/progress.ts'

/** One thing that a scripted function does. Its input is `{ script: Act[] }`; it plays the acts in order. */
export type Act =
  | { readonly do: 'progress'; readonly report: Partial<Progress> }
  /** Counts on, without a word of how fast, until the test lets it go on. */
  | { readonly do: 'count'; readonly total: number; readonly unit: string; readonly until: string }
  | { readonly do: 'step'; readonly name: string; readonly output?: Json }
  /** Until the test lets it go on (`server.release(name)`); for ever when it never does. */
  | { readonly do: 'wait'; readonly for: string }
  /** In attempts up to `times`, or in all of them. A status such as 400 makes it permanent. */
  | { readonly do: 'fail'; readonly message: string; readonly times?: number; readonly code?: string; readonly status?: number }
  | { readonly do: 'answer'; readonly result: Json }

const POLL_MS = 20

/**
 * `scripted` tries again at once, 3 attempts in all. `scripted_patient` waits an hour before it tries again.
 * `scripted_guarded` has a circuit breaker that 2 failures open for an hour.
 */
export function register(recovery: Recovery): void {
  const waits = { maxRetries: 2, initialDelay: '10ms', jitter: 0, strategy: 'fixed' } as const
  recovery.define('scripted', play, { ...waits, description: 'Does as its input says.', circuitBreaker: false })
  recovery.define('scripted_patient', play, {
    ...waits,
    description: 'Does as its input says, and waits an hour after a failure.',
    initialDelay: '1h',
    maxDelay: '1h',
    circuitBreaker: false,
  })
  recovery.define('scripted_guarded', play, {
    ...waits,
    description: 'Does as its input says, behind a circuit breaker.',
    circuitBreaker: { threshold: 2, timeout: '1h' },
  })
}

async function play({ script }: { readonly script: readonly Act[] }, context: Context): Promise<Json> {
  for (const act of script) {
    switch (act.do) {
      case 'progress':
        context.progress(act.report)
        break
      case 'count':
        await counting(act, context)
        break
      case 'step':
        await context.step(act.name, () => act.output ?? null)
        break
      case 'wait':
        await appearance(act.for, context.signal)
        break
      case 'fail':
        if (context.attempt <= (act.times ?? Number.POSITIVE_INFINITY)) throw failure(act)
        break
      case 'answer':
        return act.result
    }
  }
  return null
}

function failure({ message, code, status }: Act & { do: 'fail' }): Error {
  return Object.assign(new Error(message), code !== undefined && { code }, status !== undefined && { status })
}

async function counting({ total, unit, until }: Act & { do: 'count' }, context: Context): Promise<void> {
  let isOver = false
  const count = async () => {
    for (let current = 0; !isOver; current++) {
      context.progress({ current, total, unit })
      await sleep(POLL_MS)
    }
  }
  void count()
  try {
    await appearance(until, context.signal)
  } finally {
    isOver = true
  }
}

/** A file in the server's folder is the sign to go on: it is there for the next process too. */
async function appearance(name: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await access(name)
    } catch {
      await sleep(POLL_MS, undefined, { signal })
    }
  }
}
