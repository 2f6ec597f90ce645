import { type Duration, parseDuration } from '../../operation/duration.ts'
import { InvalidInputError, NotFoundError } from '../../operation/errors.ts'
import type { Operation } from '../../operation/operation.ts'
import type { Store } from '../../operation/store.ts'
import { redactText } from '../../policy/redact.ts'
import { checkActor } from '../control-commands.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { BreakerUpdate, BreakerWatchOptions } from '../events/updates.ts'
import type { ControlOptions } from '../options.ts'
import { countBlocked } from './blocked-operations.ts'
import type { BreakerInfo } from './breaker-info.ts'
import type { Breakers } from './breakers.ts'
import type { ScopeBreaker } from './scope-breaker.ts'

const MAX_REASON = 1000

/** Who changes a circuit breaker, and why. */
export interface BreakerControlOptions extends ControlOptions {
  /** Why, for people: kept in the event log, without its secrets. At most 1,000 characters. */
  readonly reason?: string
}

export interface TripOptions extends BreakerControlOptions {
  /** For how long, at least 1 ms; then it is probed. Default: until it is reset. */
  readonly for?: Duration
}

/** What a person can see of the circuit breakers, and do to them: `recovery.breakers`. */
export class BreakerControls {
  readonly #breakers: Breakers
  readonly #store: Store
  readonly #bus: EventBus

  constructor(breakers: Breakers, store: Store, bus: EventBus) {
    this.#breakers = breakers
    this.#store = store
    this.#bus = bus
  }

  list(): readonly BreakerInfo[] {
    return this.#breakers.all().map((breaker) => breaker.info())
  }

  /** The breaker of a scope; null when no function has it. */
  find(scope: string): BreakerInfo | null {
    return this.#breakers.find(scope)?.info() ?? null
  }

  /** The breaker with this id (`cb_…`), or null. */
  byId(id: string): BreakerInfo | null {
    return this.list().find((breaker) => breaker.id === id) ?? null
  }

  /**
   * The breaker of a function; null when it has none, or is not registered here. Where each input names a scope of its own,
   * it is that of inputs without one; tripped by a person it stops the whole function.
   */
  ofFunction(functionName: string): BreakerInfo | null {
    return this.#breakers.of(functionName)?.info() ?? null
  }

  /**
   * When the next attempt of an operation may begin. While it waits for a circuit breaker: when that permits attempts again,
   * as far as time alone decides; null when a person, or a probe that is under way, does.
   */
  nextAttemptAt({ dueAt, blockedBy }: Pick<Operation, 'dueAt' | 'blockedBy'>): number | null {
    return blockedBy === null ? dueAt : this.#breakers.permitsAt(blockedBy)
  }

  /** The breaker that is asked before each attempt of an operation; null when its function has none, or is not registered here. */
  ofOperation({ functionName, input }: Pick<Operation, 'functionName' | 'input'>): BreakerInfo | null {
    return this.#breakers.ofInput(functionName, input)?.info() ?? null
  }

  /** How many operations wait for it. */
  async blockedOperations(scope: string): Promise<number> {
    return (await this.blockedOperationsOf([scope])).get(scope) ?? 0
  }

  /** The same of many scopes at once. */
  async blockedOperationsOf(scopes: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const queues = scopes.map((scope) => this.#breakers.find(scope)?.queues() ?? [])
    const counts = await countBlocked(this.#store, queues)
    return new Map(scopes.map((scope, index) => [scope, counts[index] ?? 0]))
  }

  /**
   * Forces it open: every attempt is refused for that long, or until it is reset. Durable once the promise resolves.
   *
   * @throws NotFoundError, InvalidInputError, StoreUnavailableError (it is open all the same)
   */
  async trip(scope: string, options: TripOptions = {}): Promise<BreakerInfo> {
    const durationMs = options.for === undefined ? null : parseDuration(options.for, 'duration')
    if (durationMs !== null && durationMs < 1) {
      throw new InvalidInputError('duration is 0; use at least 1 ms, or none to trip it until it is reset', { field: 'duration' })
    }
    return this.#change(scope, options, (breaker, person) => breaker.trip(durationMs, person))
  }

  /** Forces it closed: every attempt is permitted, whatever they come to, until it is reset or tripped. Throws as `trip` does. */
  forceClosed(scope: string, options: BreakerControlOptions = {}): Promise<BreakerInfo> {
    return this.#change(scope, options, (breaker, person) => breaker.forceClosed(person))
  }

  /** Makes it as if it were new: closed, and no longer forced. What waits for it goes on. Throws as `trip` does. */
  reset(scope: string, options: BreakerControlOptions = {}): Promise<BreakerInfo> {
    return this.#change(scope, options, (breaker, person) => breaker.reset(person))
  }

  /** Changes of breakers, after a cursor or from now on; as reliable as `recovery.watch`. */
  watch(options: BreakerWatchOptions = {}): AsyncIterableIterator<BreakerUpdate> {
    return this.#bus.watchBreakers(options)
  }

  async #change(
    scope: string,
    options: BreakerControlOptions,
    change: (breaker: ScopeBreaker, person: { reason: string | null; actor: string | null }) => void,
  ): Promise<BreakerInfo> {
    const breaker = this.#breakers.find(scope)
    if (breaker === undefined) throw new NotFoundError(scope, 'circuit breaker')
    change(breaker, { reason: checkReason(options.reason), actor: checkActor(options.actor) })
    const info = breaker.info()
    await this.#breakers.written()
    return info
  }
}

function checkReason(reason: string | undefined): string | null {
  if (reason === undefined) return null
  if (typeof reason === 'string' && reason.length <= MAX_REASON) return redactText(reason)
  throw new InvalidInputError(`reason is a text of at most ${MAX_REASON} characters`, { field: 'reason' })
}
