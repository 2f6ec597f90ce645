import { DEFAULT_BREAKER } from '../../src/policy/breaker-settings.ts'
import { resolveBudget } from '../../src/policy/budget.ts'
import { decorrelated } from '../../src/policy/decorrelated.ts'
import { exponential } from '../../src/policy/exponential.ts'
import { fixed } from '../../src/policy/fixed.ts'
import type { ClientPolicy } from './client.ts'

const PLAIN: ClientPolicy = {
  name: '',
  maxRetries: 3,
  strategy: null,
  budget: null,
  breaker: null,
  whenOpen: 'fail',
  spreadMs: 0,
  aimd: null,
}
const FULL = { ...PLAIN, strategy: exponential({ jitter: 'full' }) }
const BUDGET = { ...FULL, budget: resolveBudget(true, null) }
/** 5 failures in a row open it for 5 s. */
const BREAKER = { ...BUDGET, breaker: { ...DEFAULT_BREAKER.settings, threshold: 5, timeoutMs: 5000 } }
const AIMD = 20

/** What is compared: the library's 3 retries and waits of 1 s to 60 s, and what can be added to them. */
export const POLICIES = {
  none: { ...PLAIN, name: 'no retry', maxRetries: 0 },
  fixed: { ...PLAIN, name: 'fixed', strategy: fixed() },
  exponential: { ...PLAIN, name: 'exponential, no jitter', strategy: exponential({ jitter: 'none' }) },
  full: { ...FULL, name: 'exponential, full jitter' },
  equal: { ...PLAIN, name: 'exponential, equal jitter', strategy: exponential({ jitter: 'equal' }) },
  proportional: { ...PLAIN, name: 'exponential, proportional jitter', strategy: exponential() },
  decorrelated: { ...PLAIN, name: 'decorrelated', strategy: decorrelated() },
  aimd: { ...FULL, name: 'full jitter + AIMD', aimd: AIMD },
  budget: { ...BUDGET, name: 'full jitter + budget' },
  budgetAimd: { ...BUDGET, name: 'full jitter + budget + AIMD', aimd: AIMD },
  failing: { ...BREAKER, name: 'full jitter + budget + breaker, refused operations fail' },
  // What waited comes on top of the load: let go over 10 s it needs more than is left, and the outage goes on.
  herd: { ...BREAKER, name: '… refused operations wait, are let go over 10 s', whenOpen: 'wait', spreadMs: 10_000 },
  waiting: {
    ...BREAKER,
    name: '… refused operations wait, are let go over three times the outage',
    whenOpen: 'wait',
    spreadMs: 30_000,
  },
  all: { ...BREAKER, name: '… and AIMD', whenOpen: 'wait', spreadMs: 30_000, aimd: AIMD },
} as const satisfies Record<string, ClientPolicy>
