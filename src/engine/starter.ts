import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../operation/clock.ts'
import { creation } from '../operation/creation.ts'
import { parseDuration } from '../operation/duration.ts'
import { DuplicateOperationError, InvalidInputError } from '../operation/errors.ts'
import { checkOperationId, type NewId } from '../operation/ids.ts'
import { copyJson, type Json, type JsonObject, toJsonObject } from '../operation/json.ts'
import { newOperation, type Operation, type PendingOperation } from '../operation/operation.ts'
import type { CommitAnswer, Store } from '../operation/store.ts'
import { parseTraceparent, readTraceContext, type TraceContext, traceContextText } from '../operation/trace-context.ts'
import { inRange } from '../policy/checks.ts'
import { refuseUnknown } from '../policy/known-options.ts'
import { MAX_ATTEMPTS } from '../policy/policy.ts'
import type { Redaction } from '../policy/redaction.ts'
import { checkActor } from './control-commands.ts'
import { START_OPTIONS, type StartOptions } from './options.ts'
import type { Definition } from './registry.ts'
import { acceptInput } from './standard-schema.ts'
import type { Tracing } from './tracing/tracing.ts'
import { commitFailure, commitOne } from './write.ts'

const MAX_KEY = 255
const MAX_PRIORITY = 100
const MAX_INSTANT = 8_640_000_000_000_000

export interface Started {
  readonly operation: Operation
  /** Whether an operation with this id or idempotency key was there already. */
  readonly deduplicated: boolean
}

interface StarterParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly redaction: Redaction
  readonly tracing: Tracing
}

/** Creates operations: checks what the caller gave, and answers once the operation is durable. */
export class Starter {
  readonly #store: Store
  readonly #clock: Clock
  readonly #newId: NewId
  readonly #redaction: Redaction
  readonly #tracing: Tracing

  constructor({ store, clock, newId, redaction, tracing }: StarterParts) {
    this.#store = store
    this.#clock = clock
    this.#newId = newId
    this.#redaction = redaction
    this.#tracing = tracing
  }

  async start(definition: Definition, input: unknown, options: StartOptions): Promise<Started> {
    refuseUnknown(options, START_OPTIONS)
    const checked = await acceptInput(definition.input, input)
    const trace = this.#tracing.start(definition.name, callerOf(options))
    try {
      const started = await this.#create(this.#describe(definition, checked, options, trace.context), options)
      trace.started(started.operation.id, started.deduplicated)
      return started
    } catch (error) {
      trace.failed(error)
      throw error
    }
  }

  async #create(operation: PendingOperation, options: StartOptions): Promise<Started> {
    for (;;) {
      const answer = await commitOne(this.#store, creation(operation, checkActor(options.actor)))
      if (answer.kind === 'committed') return { operation, deduplicated: false }
      if (answer.kind !== 'duplicate') throw commitFailure(unexpected(answer))
      const holder = await this.#store.operation(answer.holder)
      if (holder !== null) return { operation: sameOrThrow(holder, operation, answer.by), deduplicated: true }
      // Retention deleted it between the two: now the place is free.
    }
  }

  #describe(definition: Definition, input: Json, options: StartOptions, trace: TraceContext | null): PendingOperation {
    const { policy } = definition
    return newOperation(
      {
        id: options.id === undefined ? this.#newId('op') : checkOperationId(options.id),
        functionName: definition.name,
        input,
        metadata: this.#metadataOf(options),
        priority: inRange(options.priority, 'priority', -MAX_PRIORITY, MAX_PRIORITY, 0),
        idempotencyKey: checkKey(options.idempotencyKey),
        runAt: checkInstant(options.runAt),
        deadlineMs: options.deadline === undefined ? policy.deadlineMs : checkDeadline(options.deadline),
        maxAttempts: inRange(options.maxAttempts, 'maxAttempts', 1, MAX_ATTEMPTS, policy.maxAttempts),
        ...traced(trace),
      },
      this.#clock.now(),
    )
  }

  /** Metadata is there to search by, so it is stored as it is: but for what looks like a secret. */
  #metadataOf({ metadata }: StartOptions): JsonObject {
    return metadata === undefined ? {} : this.#redaction.json(copyJson(toJsonObject(metadata, 'metadata')))
  }
}

/** Only what is a context: it is stored, and read by whoever comes later. */
function callerOf({ trace }: StartOptions): TraceContext | null {
  return trace === undefined ? null : readTraceContext(trace.traceparent, trace.tracestate ?? undefined)
}

/** What is stored of a trace. */
export function traced(trace: TraceContext | null): { readonly traceId: string | null; readonly traceContext: string | null } {
  const traceId = trace === null ? null : (parseTraceparent(trace.traceparent)?.traceId ?? null)
  return { traceId, traceContext: traceContextText(trace) }
}

/** The same id or key with the same function and input is the same wish, told twice. */
function sameOrThrow(holder: Operation, wanted: Operation, by: 'id' | 'idempotency key'): Operation {
  if (holder.functionName === wanted.functionName && isDeepStrictEqual(holder.input, wanted.input)) return holder
  throw new DuplicateOperationError(holder.id, by)
}

function unexpected(answer: CommitAnswer) {
  if (answer.kind === 'unavailable' || answer.kind === 'rejected' || answer.kind === 'unknown') return answer
  return { kind: 'rejected', error: new Error(`A new operation was answered ${answer.kind}`) } as const
}

function checkKey(key: string | undefined): string | null {
  if (key === undefined) return null
  if (typeof key !== 'string' || key.length === 0 || key.length > MAX_KEY) {
    throw new InvalidInputError(`An idempotency key has 1 to ${MAX_KEY} characters`, { field: 'idempotencyKey' })
  }
  // Stores take all lone surrogates for the same character, and with it one key for another.
  if (!key.isWellFormed()) throw new InvalidInputError('An idempotency key is well-formed text', { field: 'idempotencyKey' })
  return key
}

function checkInstant(runAt: Date | undefined): number | null {
  if (runAt === undefined) return null
  const at = runAt instanceof Date ? runAt.getTime() : Number.NaN
  if (!(Math.abs(at) <= MAX_INSTANT)) throw new InvalidInputError('runAt must be a valid date', { field: 'runAt' })
  return at
}

function checkDeadline(deadline: number | string): number {
  const ms = parseDuration(deadline, 'deadline')
  if (ms < 1) throw new InvalidInputError('deadline must be at least 1 ms', { field: 'deadline' })
  return ms
}
