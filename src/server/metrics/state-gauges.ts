import { Counter, Gauge, type Registry } from 'prom-client'
import type { BreakerInfo } from '../../engine/breakers/breaker-info.ts'
import type { Load } from '../../engine/load.ts'
import type { Status } from '../../engine/status.ts'
import type { Subscribers } from '../scrape.ts'
import type { FunctionLabels } from './function-labels.ts'

/** So many circuit breakers have series of their own: there may be one for each host in the world. */
const MAX_SCOPES = 100
const STATES = { closed: 0, half_open: 1, open: 2 } as const

/** What one look at a server finds. */
export interface Found {
  readonly status: Status
  readonly load: Load
  readonly breakers: readonly BreakerInfo[]
  readonly subscribers: Subscribers
}

/** What is true when somebody looks: all of it is set anew by each look, in one go. */
export class StateGauges {
  readonly #registry: Registry
  readonly #labels: FunctionLabels
  readonly #set: ((found: Found) => void)[] = []

  constructor(registry: Registry, labels: FunctionLabels) {
    this.#registry = registry
    this.#labels = labels
    this.#addOperations()
    this.#addBreakers()
    this.#addLoad()
  }

  set(found: Found): void {
    for (const set of this.#set) set(found)
  }

  #gauge<L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> {
    return new Gauge({ name: `recoverable_${name}`, help, labelNames, registers: [this.#registry] })
  }

  /** One that the store keeps counting over restarts. */
  #counter<L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> {
    return new Counter({ name: `recoverable_${name}`, help, labelNames, registers: [this.#registry] })
  }

  #addOperations(): void {
    const operations = this.#gauge('operations', 'Operations that are stored, by state.', 'function', 'state')
    const blocked = this.#gauge('operations_blocked', 'Operations that wait for their circuit breaker.', 'function')
    const light = this.#counter('light_calls_total', 'Calls that succeeded at once and made no operation.', 'function')
    this.#set.push(({ status }) => {
      for (const metric of [operations, blocked, light]) metric.reset()
      for (const { functionName, rows, blocked: held, lightCalls } of status.counters) {
        // Functions that share a label are added up.
        const label = { function: this.#labels.of(functionName) }
        for (const [state, count] of Object.entries(rows)) operations.inc({ ...label, state }, count)
        blocked.inc(label, held)
        light.inc(label, lightCalls)
      }
    })
  }

  #addBreakers(): void {
    const all = this.#gauge('circuit_breakers', 'Circuit breakers, by state.', 'state')
    const state = this.#gauge('circuit_breaker_state', '0: closed, 1: half open, 2: open.', 'scope')
    const forced = this.#gauge('circuit_breaker_forced', '1: a person wants it open or closed.', 'scope')
    const trips = this.#counter('circuit_breaker_trips_total', 'How often it has opened.', 'scope')
    this.#set.push(({ breakers }) => {
      for (const metric of [all, state, forced, trips]) metric.reset()
      for (const name of Object.keys(STATES)) all.set({ state: name }, 0)
      for (const breaker of breakers) all.inc({ state: breaker.state })
      for (const breaker of mostTelling(breakers)) {
        const { scope } = breaker
        state.set({ scope }, STATES[breaker.state])
        forced.set({ scope }, Number(breaker.forced))
        trips.inc({ scope }, breaker.trips)
      }
    })
  }

  #addLoad(): void {
    const running = this.#gauge('running_attempts', 'Slots that attempts take.')
    const slots = this.#gauge('slots', 'Attempts that may run at once.')
    const claiming = this.#gauge('claiming', '1: what is due is begun; 0: the store cannot be written, or the server stops.')
    const due = this.#gauge('longest_due_seconds', 'For how long the operation has been due that is due the longest.')
    const waiting = this.#gauge('commit_queue_changes', 'Changes that wait for a transaction of the store.')
    const watchers = this.#gauge('event_watchers', 'Readers of the event log, in this process.')
    const subscribers = this.#gauge('subscribers', 'Clients that are connected to receive events, by transport.', 'transport')
    this.#set.push(({ load, subscribers: found }) => {
      running.set(load.running)
      slots.set(load.slots)
      claiming.set(Number(load.claiming))
      due.set(load.longestDueMs / 1000)
      waiting.set(load.waitingChanges)
      watchers.set(load.watchers)
      for (const [transport, count] of Object.entries(found)) subscribers.set({ transport }, count)
    })
  }
}

/** Those that are not closed first, then those that open most often. */
function mostTelling(breakers: readonly BreakerInfo[]): readonly BreakerInfo[] {
  if (breakers.length <= MAX_SCOPES) return breakers
  const rank = ({ state, forced }: BreakerInfo) => Number(state !== 'closed' || forced)
  return [...breakers].sort((a, b) => rank(b) - rank(a) || b.trips - a.trips).slice(0, MAX_SCOPES)
}
