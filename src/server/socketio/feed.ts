import { decodeCursor } from '../../operation/cursor.ts'
import type { OwnGraphql } from '../own-graphql.ts'
import { BreakerUpdates, Head, Updates } from './documents.ts'
import type { SocketioBreakerUpdatesSubscription, SocketioUpdatesSubscription } from './gql/graphql.ts'
import { type Passage, Passages } from './passages.ts'
import { type BreakerUpdate, breakerPayload, completedPayload, type Update, updatePayload } from './payloads.ts'
import { type Surroundings, Upstream } from './upstream.ts'

/** Operations whose state is remembered. Of one that was forgotten a change too many may be told, never one too few. */
export const MAX_REMEMBERED = 50_000

/** Sends an event to every socket. */
export type Emit = (name: string, payload: object) => void

export interface FeedParts extends Surroundings {
  readonly graphql: OwnGraphql
  readonly emit: Emit
}

/** What all sockets are told: made of two subscriptions, however many sockets there are. */
export class Feed {
  readonly #emit: Emit
  readonly #updates: Upstream<SocketioUpdatesSubscription, Update>
  readonly #breakers: Upstream<SocketioBreakerUpdatesSubscription, BreakerUpdate>
  readonly #passages = new Passages()
  /** The state that was last told of what has not ended. */
  readonly #states = new Map<string, Update['state']>()

  constructor({ graphql, clock, log, emit }: FeedParts) {
    this.#emit = emit
    const head = async () => (await graphql.ask(Head, {})).recoveryStatus.eventCursor
    this.#updates = new Upstream({
      clock,
      log,
      head,
      follow: (after) => graphql.follow(Updates, { after }),
      itemOf: ({ recoveryUpdate }) => recoveryUpdate,
      deliver: (update) => this.#update(update),
      onGap: () => this.#forget(),
    })
    this.#breakers = new Upstream({
      clock,
      log,
      head,
      follow: (after) => graphql.follow(BreakerUpdates, { after }),
      itemOf: ({ circuitBreakerUpdate }) => circuitBreakerUpdate,
      deliver: (update) => emit('circuit_breaker_update', breakerPayload(update)),
      onGap: () => undefined,
    })
  }

  /** Resolves when whatever happens from now on is told, or when the first try to follow it has failed. */
  async begun(): Promise<void> {
    await Promise.all([this.#updates.begun, this.#breakers.begun])
  }

  stop(): void {
    this.#updates.stop()
    this.#breakers.stop()
  }

  /** To see whether an operation changes while it is read. */
  watch(operationId: string): Passage {
    return this.#passages.watch(operationId)
  }

  /** Whether what happened at this place of the log was told, or lies before the beginning. */
  hasPassed(cursor: string): boolean {
    if (this.#updates.cursor === null) return true
    const [told, asked] = [decodeCursor(this.#updates.cursor), decodeCursor(cursor)]
    return told.epoch !== asked.epoch || told.position >= asked.position
  }

  #update(update: Update): void {
    const { operationId, state, timestamp, completed } = update
    // The old system never told of it.
    if (update.type === 'deleted') return
    // A second failure in a row or a move of the next attempt changes no state.
    const isNews = update.type === 'attempt_started' || this.#states.get(operationId) !== state
    const payload = updatePayload(update)
    if (isNews) this.#emit('recovery_update', payload)
    this.#passages.pass(payload, isNews)
    this.#states.delete(operationId)
    if (completed === null) this.#remember(operationId, state)
    else this.#emit('recovery_completed', completedPayload(operationId, timestamp, completed))
  }

  #remember(operationId: string, state: Update['state']): void {
    this.#states.set(operationId, state)
    if (this.#states.size <= MAX_REMEMBERED) return
    const [oldest] = this.#states.keys()
    this.#states.delete(oldest as string)
  }

  #forget(): void {
    this.#states.clear()
    this.#passages.giveUp()
  }
}
