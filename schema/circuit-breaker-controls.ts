import type { BreakerInfo } from '../src/engine/breakers/breaker-info.ts'
import { InvalidInputError, NotFoundError } from '../src/operation/errors.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { CircuitBreakerType } from './circuit-breaker.ts'
import { costs } from './cost.ts'
import { present } from './present.ts'

interface Payload {
  readonly circuitBreaker: BreakerInfo
}

const CircuitBreakerPayload = builder.objectRef<Payload>('CircuitBreakerPayload').implement({
  description: 'The circuit breaker was changed.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'circuitBreaker' in value,
  fields: (t) => ({
    circuitBreaker: t.expose('circuitBreaker', { type: CircuitBreakerType, description: 'The breaker after it.' }),
  }),
})

const CircuitBreakerResult = builder.errorUnion('CircuitBreakerResult', {
  description: 'The circuit breaker after the change, or why it was not changed.',
  types: [CircuitBreakerPayload, NotFoundError, InvalidInputError],
})

const TripCircuitBreakerInput = builder.inputType('TripCircuitBreakerInput', {
  description: 'Which circuit breaker to force open, and for how long.',
  fields: (t) => ({
    scope: t.string({ required: true, description: 'Its scope.' }),
    duration: t.field({
      type: 'Duration',
      description: 'For how long; afterwards a probe decides. Absent: until it is reset.',
    }),
    reason: t.string({ description: 'Why, for people: kept in the event log.' }),
  }),
})

const ResetCircuitBreakerInput = builder.inputType('ResetCircuitBreakerInput', {
  description: 'Which circuit breaker to close.',
  fields: (t) => ({
    scope: t.string({ required: true, description: 'Its scope.' }),
    forceClosed: t.boolean({
      defaultValue: false,
      description: 'Keep it closed whatever fails, until it is reset without this or tripped.',
    }),
    reason: t.string({ description: 'Why, for people: kept in the event log.' }),
  }),
})

builder.mutationFields((t) => ({
  tripCircuitBreaker: t.field({
    ...needs('operator'),
    type: CircuitBreakerResult,
    description:
      'Forces a circuit breaker open: attempts are refused, and operations wait, until its time is over or it is reset.',
    args: { input: t.arg({ type: TripCircuitBreakerInput, required: true, description: 'Which breaker, and for how long.' }) },
    extensions: costs({ own: 10 }),
    resolve: async (_root, { input: { scope, duration, reason } }, { recovery: { breakers }, actor }) => ({
      circuitBreaker: await breakers.trip(scope, present({ for: duration, reason, actor })),
    }),
  }),
  resetCircuitBreaker: t.field({
    ...needs('operator'),
    type: CircuitBreakerResult,
    description: 'Closes a circuit breaker and forgets its failures; the operations that wait for it go on.',
    args: { input: t.arg({ type: ResetCircuitBreakerInput, required: true, description: 'Which breaker.' }) },
    extensions: costs({ own: 10 }),
    resolve: async (_root, { input: { scope, forceClosed, reason } }, { recovery: { breakers }, actor }) => {
      const options = present({ reason, actor })
      return {
        circuitBreaker: await (forceClosed === true ? breakers.forceClosed(scope, options) : breakers.reset(scope, options)),
      }
    },
  }),
}))
