import type { BreakerEvent } from '../../operation/breaker-event.ts'
import type { Clock } from '../../operation/clock.ts'
import type { OpenCircuit } from '../../operation/command.ts'
import type { NewId } from '../../operation/ids.ts'
import type { Json } from '../../operation/json.ts'
import type { Operation } from '../../operation/operation.ts'
import type { StoreRecord } from '../../operation/record.ts'
import type { Store } from '../../operation/store.ts'
import type { BreakerPolicy, BreakerSettings } from '../../policy/breaker-settings.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Log } from '../context.ts'
import { InputScopes, type ScopeOf } from '../input-scopes.ts'
import { type Barrier, BlockedOperations, type Queue } from './blocked-operations.ts'
import { BreakerJournal } from './breaker-journal.ts'
import { BreakerPass } from './breaker-pass.ts'
import { readBreakerRecord } from './breaker-record.ts'
import { BreakerScopes } from './breaker-scopes.ts'
import { ScopeBreaker } from './scope-breaker.ts'

/** What a breaker must know of a function. */
interface Guarded {
  readonly name: string
  readonly policy: Pick<Policy, 'breaker'>
}

/** The circuit breakers of this server, one a scope, and what waits for them. */
export class Breakers {
  readonly #store: Store
  readonly #clock: Clock
  readonly #newId: NewId
  readonly #log: Log
  readonly #journal: BreakerJournal
  readonly #blocked: BlockedOperations
  readonly #scopes = new BreakerScopes((scope, settings) => this.#make(scope, settings))
  /** By function; null for one that has none. */
  readonly #byFunction = new Map<string, ScopeBreaker | null>()
  /** Of functions whose inputs have scopes. */
  readonly #byInput = new Map<string, InputScopes>()
  /** The scopes that the store knows something of, or soon will. */
  readonly #recorded = new Set<string>()
  /** What the store remembers, once it was read. */
  #stored: ReadonlyMap<string, StoreRecord> | null = null
  #written: Promise<void> = Promise.resolve()

  constructor(store: Store, clock: Clock, newId: NewId, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#newId = newId
    this.#log = log
    this.#journal = new BreakerJournal(store, clock, log)
    this.#blocked = new BlockedOperations(store, clock, log)
  }

  /**
   * Gives a function its breaker: one of its own, or that of its scope.
   *
   * @throws InvalidInputError when another function of the scope wants it to behave otherwise
   */
  declare({ name, policy: { breaker: wanted } }: Guarded): void {
    const breaker = wanted === null ? null : this.join(name, wanted)
    breaker?.functions.add(name)
    this.#byFunction.set(name, breaker)
    const scopeOf = wanted?.scopeOf ?? null
    if (breaker !== null && scopeOf !== null) this.#declareByInput(name, breaker, scopeOf)
  }

  #declareByInput(name: string, own: ScopeBreaker, scopeOf: ScopeOf): void {
    own.functionsByInput.add(name)
    const make = (scope: string) => (this.find(scope) === undefined ? this.#addByInput(name, scope, own.settings) : null)
    const scopes = new InputScopes(name, scopeOf, { make, drop: (breaker) => this.#drop(breaker, own) })
    this.#byInput.set(name, scopes)
    if (this.#stored !== null) this.#recall(scopes, this.#stored)
  }

  /** It is written once there is something to remember: there may be one for each host in the world. */
  #addByInput(name: string, scope: string, settings: BreakerSettings): ScopeBreaker {
    const breaker = this.#new(scope, settings)
    this.#scopes.add(breaker)
    breaker.functions.add(name)
    breaker.functionsByInput.add(name)
    return breaker
  }

  /** Its trips go to the breaker of its function, so that none is lost from the count of all. */
  #drop(breaker: ScopeBreaker, heir: ScopeBreaker): void {
    this.#scopes.delete(breaker)
    if (!this.#recorded.delete(breaker.scope)) return
    heir.remember({ ...heir.memory, trips: heir.memory.trips + breaker.memory.trips })
    this.#recorded.add(heir.scope)
    this.#journal.forget(breaker, heir)
  }

  /** What earlier processes knew of the scopes of a function's inputs. */
  #recall(scopes: InputScopes, stored: ReadonlyMap<string, StoreRecord>): void {
    for (const scope of stored.keys()) {
      if (!scopes.owns(scope) || this.find(scope) !== undefined) continue
      const breaker = scopes.at(scope)
      if (breaker !== null && this.#restore(breaker, stored)) this.#recorded.add(scope)
    }
  }

  /** Policies have changed: breakers follow those of their functions, which agree. */
  adopt(guarded: readonly Guarded[]): void {
    for (const { name, policy } of guarded) {
      const breaker = this.of(name)
      if (breaker === null || policy.breaker === null) continue
      for (const one of [breaker, ...(this.#byInput.get(name)?.all() ?? [])]) one.settings = policy.breaker.settings
    }
  }

  /** The breaker for calls that are no operations. Throws as `declare` does. */
  join(name: string, wanted: BreakerPolicy): ScopeBreaker {
    return this.#scopes.join(name, wanted)
  }

  #make(scope: string, settings: BreakerSettings): ScopeBreaker {
    const breaker = this.#new(scope, settings)
    if (this.#stored !== null && !this.#restore(breaker, this.#stored)) this.#write([breaker])
    return breaker
  }

  #new(scope: string, settings: BreakerSettings): ScopeBreaker {
    return new ScopeBreaker(scope, settings, this.#newId('cb'), this.#clock, (changed, event) => this.#changed(changed, event))
  }

  all(): readonly ScopeBreaker[] {
    return this.#scopes.all()
  }

  find(scope: string): ScopeBreaker | undefined {
    return this.#scopes.find(scope)
  }

  /** When time alone will make the breaker of a scope permit attempts again; null when it does, or when nobody knows. */
  permitsAt(scope: string): number | null {
    return this.find(scope)?.probedAt() ?? null
  }

  of(functionName: string): ScopeBreaker | null {
    return this.#byFunction.get(functionName) ?? null
  }

  /** The one that is asked about an input: that of its scope, but for a function that a person has stopped altogether. */
  ofInput(functionName: string, input: Json): ScopeBreaker | null {
    const own = this.of(functionName)
    const scopes = this.#byInput.get(functionName)
    return scopes === undefined || own?.isForcedOpen === true ? own : (scopes.of(input) ?? own)
  }

  /** Asks for one attempt of a function; what becomes of it must be told to the answer. */
  ask(functionName: string, input: Json): BreakerPass {
    return new BreakerPass(this.ofInput(functionName, input))
  }

  /** An operation was blocked. */
  held(breaker: ScopeBreaker): void {
    this.#blocked.held(breaker)
  }

  follow(operation: Operation): void {
    this.#blocked.follow(operation)
  }

  /** Set while the breaker of an operation is open. */
  circuitOf({ functionName, input }: Operation): OpenCircuit | null {
    const breaker = this.ofInput(functionName, input)
    if (breaker === null || breaker.info().state !== 'open') return null
    return { scope: breaker.scope, retryAfterMs: breaker.permitsInMs() }
  }

  /** Resolves once the last change is durable. */
  written(): Promise<void> {
    return this.#written
  }

  /** Remembers what earlier processes knew, and lets go on what they left blocked. Before anything is begun. */
  async start(): Promise<void> {
    const records = await this.#store.records('breaker')
    const stored = new Map(records.map((record) => [record.key, record]))
    this.#stored = stored
    const fresh = this.all().filter((breaker) => !this.#restore(breaker, stored))
    if (fresh.length > 0) this.#write(fresh)
    for (const scopes of this.#byInput.values()) this.#recall(scopes, stored)
    await this.takeUp()
    this.#blocked.start()
  }

  /** Looks for operations that are blocked already, such as those of a function that was registered just now. */
  async takeUp(): Promise<void> {
    for (const { functionName, blocked } of await this.#store.counters()) {
      const breaker = this.#byFunction.get(functionName)
      if (blocked === 0 || breaker === undefined) continue
      const scopes = this.#byInput.get(functionName)
      if (scopes === undefined) this.#blocked.held(breaker ?? noBreaker({ functionName, scope: null }))
      else await this.#takeUpByInput(functionName)
    }
  }

  /** What is blocked by a scope that nobody remembers, or that is none any more, is let go. */
  async #takeUpByInput(functionName: string): Promise<void> {
    for (const { scope } of await this.#store.blockedScopes([functionName])) {
      const breaker = this.find(scope)
      const holds = breaker?.functions.has(functionName) === true
      this.#blocked.held(holds ? breaker : noBreaker({ functionName, scope }))
    }
  }

  async stop(): Promise<void> {
    await this.#blocked.stop()
    await this.#journal.stop()
  }

  #restore(breaker: ScopeBreaker, stored: ReadonlyMap<string, StoreRecord>): boolean {
    const record = stored.get(breaker.scope)
    if (record === undefined) return false
    const memory = readBreakerRecord(record.value, breaker.settings, this.#clock.now())
    if (memory !== null) breaker.remember(memory)
    else this.#log.warn({ scope: breaker.scope }, 'What is stored of a circuit breaker cannot be read; it begins closed')
    return memory !== null
  }

  #changed(breaker: ScopeBreaker, event: BreakerEvent | null): void {
    this.#recorded.add(breaker.scope)
    if (event === null) this.#journal.note(breaker)
    else {
      this.#write([breaker], event)
      this.#log.info({ ...event }, `Circuit breaker "${breaker.scope}" is ${event.state.replace('_', ' ')}`)
    }
    this.#blocked.look(breaker)
  }

  #write(breakers: readonly ScopeBreaker[], event?: BreakerEvent): void {
    this.#written = this.#journal.write(breakers, event)
    // Whoever does not wait for it is told by the log.
    this.#written.catch(() => undefined)
  }
}

/** A function has lost its breaker since: nothing holds its operations up any more. */
function noBreaker(queue: Queue): Barrier {
  return {
    queues: () => [queue],
    permits: () => Number.POSITIVE_INFINITY,
    probedAt: () => null,
  }
}
