import fc from 'fast-check'
import type { Attempt } from '../../src/operation/attempt.ts'
import type { Change } from '../../src/operation/change.ts'
import type { Command, CommandType } from '../../src/operation/command.ts'
import { creation } from '../../src/operation/creation.ts'
import { newOperation, type Operation } from '../../src/operation/operation.ts'
import { type Outcome, TRANSITIONS, transition } from '../../src/operation/transition.ts'
import { command, ERROR, FATAL, NOW } from './situations.ts'

/** One thing that happens to an operation: some time passes (the clock may be set back), then a command comes. */
export interface Happening {
  readonly elapsedMs: number
  readonly type: CommandType
  /** Attempts sometimes speak with a lease they have lost. */
  readonly stale: boolean
  /** Chooses between the variants of a command. */
  readonly variant: number
}

const types = Object.keys(TRANSITIONS) as CommandType[]
// Half of all happenings are the everyday ones, so that histories reach late rounds.
const anyType = fc.oneof(
  fc.constantFrom(...types),
  fc.constantFrom<CommandType>('begin', 'begin', 'fail', 'sleep', 'lost', 'retry'),
)

const anyHappening: fc.Arbitrary<Happening> = fc.record({
  elapsedMs: fc.oneof(fc.constantFrom(0, 1000, 60_000), fc.integer({ min: -5000, max: 20_000 })),
  type: anyType,
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  variant: fc.nat(11),
})

/** Histories of an operation, long enough for several rounds. */
export const histories = fc.array(anyHappening, { maxLength: 60, size: 'max' })
export const limits = fc.record({
  maxAttempts: fc.integer({ min: 1, max: 4 }),
  deadlineMs: fc.option(fc.constantFrom(10_000, 100_000)),
  runAt: fc.option(fc.constant(NOW + 30_000)),
})
export type Limits = typeof limits extends fc.Arbitrary<infer T> ? T : never

/** What a step of a history made of the operation. */
export interface Step {
  readonly before: Operation
  readonly order: Command
  readonly outcome: Outcome
  readonly now: number
}

/** Plays histories on one operation and keeps what a store would: the row, its attempts, all changes. */
export class History {
  operation: Operation
  now = NOW
  readonly attempts = new Map<string, Attempt>()
  readonly changes: Change[]

  constructor(given: Limits, id = 'op_1') {
    const rest = { functionName: 'copy', input: null, metadata: {}, priority: 0, idempotencyKey: null, traceId: null }
    const created = newOperation({ id, ...rest, ...given }, NOW)
    this.operation = created
    this.changes = [creation(created)]
  }

  play(happening: Happening): Step {
    this.now += happening.elapsedMs
    const before = this.operation
    const order = orderFor(happening, before, this)
    const outcome = transition(before, order, this.now)
    if (outcome.kind === 'changed') this.#keep(outcome.change)
    return { before, order, outcome, now: this.now }
  }

  #keep(change: Change): void {
    this.operation = change.operation
    this.changes.push(change)
    const write = change.attempt
    if (write === null) return
    if (write.kind === 'begin') {
      if (this.attempts.has(write.attempt.id)) throw new Error(`The attempt id ${write.attempt.id} was used twice`)
      this.attempts.set(write.attempt.id, write.attempt)
      return
    }
    const { id, outcome, finishedAt, error } = write
    const row = this.attempts.get(id)
    if (row === undefined || row.finishedAt !== null) throw new Error(`The attempt ${id} is not open`)
    this.attempts.set(id, { ...row, outcome, finishedAt, error })
  }
}

function orderFor({ type, stale, variant }: Happening, { id, token }: Operation, history: History): Command {
  const fresh = `${id}_${history.changes.length}`
  const order = variantOf(type, variant, history.now)
  if (type === 'begin') return { ...order, attemptId: `att_${fresh}`, token: `lease_${fresh}` } as Command
  if (type === 'retry') return { ...order, attemptId: `att_${fresh}` } as Command
  return TRANSITIONS[type].by === 'attempt'
    ? ({ ...order, token: stale ? 'lease_lost' : (token ?? 'lease_none') } as Command)
    : order
}

function variantOf(type: CommandType, variant: number, now: number): Command {
  switch (type) {
    case 'fail':
      return command('fail', {
        error: variant === 0 ? FATAL : ERROR,
        timedOut: variant % 3 === 0,
        ...(variant === 1 && { retry: null }),
      })
    case 'sleep':
      return command('sleep', { until: now + variant * 500 })
    case 'lost':
      return command('lost', { maxInterruptions: variant < 2 ? 1 : 3 })
    case 'blocked':
      return command('blocked', { until: now + variant * 500, whenOpen: variant < 2 ? 'fail' : 'wait' })
    case 'unblock':
      return command('unblock', { at: now + variant * 100 })
    case 'retry':
      return command('retry', {
        force: variant % 2 === 0,
        maxAttempts: variant < 4 ? variant + 1 : null,
        circuit: circuitOf(variant),
      })
    default:
      return command(type)
  }
}

function circuitOf(variant: number) {
  return variant === 11 ? { scope: 'copy', retryAfterMs: 10 } : null
}
