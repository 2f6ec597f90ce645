import type { RunningAttempt } from '../attempt/running-attempt.ts'
import type { BreakerInfo } from '../breakers/breaker-info.ts'
import type { Engine } from '../engine.ts'
import { type ErrorGroup, groupFailures } from './error-groups.ts'
import { type Ground, OVERDUE_MS, type StuckOperation, stuckAttempt, stuckInLine, type UnsettledAttempt } from './stuck.ts'

/** Why operations failed. */
export interface ErrorGroups {
  /** The largest first. */
  readonly groups: readonly ErrorGroup[]
  /** How many operations were looked at: the latest that ended failed or exhausted. */
  readonly examined: number
  /** Whether those are all there are, so that the groups' counts are exact. */
  readonly isComplete: boolean
}

/** Operations that do not get on. */
export interface Stuck {
  /** Those that have not got on for the longest time first. */
  readonly operations: readonly StuckOperation[]
  /** Whether those are all there are: of each function only so many that wait are looked at. */
  readonly isComplete: boolean
}

/** Failures that are looked at; what they weigh does not grow with what the store holds. */
const EXAMINED = 1000
/** Operations of one function that are due and looked at. */
const DUE_EXAMINED = 50

/** What a person should look at now: `recovery.insight.attention`. It costs the same however much the store holds. */
export class Attention {
  readonly #engine: Engine
  #errors: { readonly cursor: string; readonly groups: Promise<ErrorGroups> } | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Why operations ended failed or exhausted. While nothing happens it is read once for all who ask. */
  errors(): Promise<ErrorGroups> {
    const cursor = this.#engine.bus.cursor()
    if (this.#errors?.cursor === cursor) return this.#errors.groups
    const groups = this.#readErrors()
    const read = { cursor, groups }
    this.#errors = read
    groups.catch(() => {
      if (this.#errors === read) this.#errors = null
    })
    return groups
  }

  async #readErrors(): Promise<ErrorGroups> {
    const { store, options } = this.#engine
    const found = await store.latestFailures(EXAMINED + 1)
    const examined = found.slice(0, EXAMINED)
    const groups = groupFailures(examined, (message) => options.redaction.storedText(message))
    return { groups, examined: examined.length, isComplete: found.length <= EXAMINED }
  }

  /** The circuit breakers that refuse attempts, are on trial, or were forced by a person: open for the longest time first. */
  openBreakers(): readonly BreakerInfo[] {
    return this.#engine.breakers
      .list()
      .filter(({ state, forced }) => state !== 'closed' || forced)
      .sort((a, b) => (a.openedAt ?? Number.POSITIVE_INFINITY) - (b.openedAt ?? Number.POSITIVE_INFINITY))
  }

  /** Operations that do not get on, and why. */
  async stuck(): Promise<Stuck> {
    const { clock, running } = this.#engine
    const now = clock.now()
    const unsettled = [...running.all().flatMap(unsettledOf), ...running.ignoring()]
    const hanging = unsettled.map((attempt) => stuckAttempt(attempt, now)).filter((one) => one !== null)
    const waiting = await this.#waiting(now)
    const operations = [...hanging, ...waiting.operations].sort((a, b) => a.since - b.since)
    return { operations, isComplete: waiting.isComplete }
  }

  /** What has been due for too long, function by function: those that wait for a breaker are not due. */
  async #waiting(now: number): Promise<Stuck> {
    const { store, running } = this.#engine
    const names = (await store.counters()).filter(({ rows }) => rows.pending + rows.recovering > 0).map((one) => one.functionName)
    const found = await Promise.all(names.map((name) => store.due(name, now - OVERDUE_MS, DUE_EXAMINED + 1)))
    const operations = found.flatMap((due, index) => {
      const ground = this.#groundOf(names[index] as string)
      // What was claimed since is under way; its row does not say so yet.
      const left = due.slice(0, DUE_EXAMINED).filter(({ id }) => running.get(id) === undefined)
      return left.map((operation) => stuckInLine(operation, ground, now)).filter((one) => one !== null)
    })
    return { operations, isComplete: found.every(({ length }) => length <= DUE_EXAMINED) }
  }

  #groundOf(functionName: string): Ground {
    const { registry, running, loop } = this.#engine
    const definition = registry.find(functionName)
    const own = { taken: running.takenBy(functionName), limit: definition?.policy.concurrency ?? loop.slots }
    const shared = definition?.internal === true ? null : { taken: loop.taken, limit: loop.slots }
    return { registered: definition !== undefined, claiming: loop.claiming, own, shared }
  }
}

function unsettledOf(attempt: RunningAttempt): readonly UnsettledAttempt[] {
  const { operation, lastSignAt, stopCause, signalledAt, answer } = attempt
  if (answer !== null) return []
  return [
    {
      operationId: operation.id,
      functionName: operation.functionName,
      stopped: stopCause === null || signalledAt === null ? null : { cause: stopCause, at: signalledAt },
      lastSignAt,
    },
  ]
}
