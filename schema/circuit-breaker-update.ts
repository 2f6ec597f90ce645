import type { BreakerUpdate } from '../src/engine/events/updates.ts'
import type { StoredBreakerEvent } from '../src/operation/breaker-event.ts'
import { builder } from './builder.ts'
import { CircuitBreakerType, CircuitStateType } from './circuit-breaker.ts'
import { costs } from './cost.ts'
import { present } from './present.ts'
import { choosesEvents } from './sharing.ts'
import { shownText } from './shown.ts'
import { failureAsLast, received } from './update-stream.ts'

type Update = StoredBreakerEvent & Pick<BreakerUpdate, 'cursor'>

const CircuitBreakerUpdateType = builder.objectRef<Update>('CircuitBreakerUpdate').implement({
  description: 'A change of a circuit breaker, with the values of that moment. Changes are never lost, doubled or out of order.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Subscribe `after` it to go on from here, after a lost connection for example.',
    }),
    scope: t.exposeString('scope', { description: 'Whose breaker it is.' }),
    operationType: t.exposeString('scope', { description: 'The same as `scope`, by its older name.' }),
    state: t.expose('state', { type: CircuitStateType, description: 'The state it led to.' }),
    type: t.exposeString('type', {
      description:
        'What happened: `breaker_opened`, `breaker_half_opened`, `breaker_closed`, `breaker_forced_open`, `breaker_forced_closed` or `breaker_reset`; later versions may add more.',
    }),
    forced: t.exposeBoolean('forced', { description: 'Whether a person wants it so: tells forced closed from closed.' }),
    failureCount: t.exposeInt('failureCount', { description: 'Failures in a row then.' }),
    timeoutRemaining: t.float({
      nullable: true,
      description: 'Seconds from then until it permits a probe; null unless it is open and will do so by itself.',
      resolve: ({ retryAt, at }) => (retryAt === null ? null : Math.max(0, retryAt - at) / 1000),
    }),
    reason: t.string({
      nullable: true,
      description: 'The error that opened it, or what the person said who changed it.',
      resolve: shownText(({ reason }) => reason),
    }),
    timestamp: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    circuitBreaker: t.field({
      type: CircuitBreakerType,
      nullable: true,
      description: 'The breaker as it is now, not as it was then; null when no function has it any more.',
      resolve: ({ scope }, _args, { recovery }) => recovery.breakers.find(scope),
    }),
  }),
})

builder.subscriptionField('circuitBreakerUpdate', (t) =>
  t.field({
    type: CircuitBreakerUpdateType,
    description: 'Each change of a circuit breaker: opened, half open, closed, forced or reset.',
    args: {
      scope: t.arg.string({ description: 'Only the breaker of this scope, which may be registered later.' }),
      after: t.arg.string({
        description:
          'An event cursor (`cursor`, `eventCursor`): what followed it is sent first, then it goes on live, without a gap or a duplicate. Absent: from now on.',
      }),
    },
    extensions: { ...costs({ own: 10 }), ...choosesEvents() },
    subscribe: (_root, args, { recovery }) => failureAsLast(recovery.breakers.watch(present(args))),
    resolve: (item) => {
      const { cursor, event } = received(item)
      return { ...event, cursor }
    },
  }),
)
