import type { BreakerInfo } from '../src/engine/breakers/breaker-info.ts'
import type { CircuitState } from '../src/operation/breaker-event.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { enumOf } from './enums.ts'
import { RecoverableFunctionType } from './function.ts'
import { Node } from './node.ts'
import { OperationType } from './operation.ts'
import { shownText } from './shown.ts'

export const CircuitStateType = enumOf<CircuitState>('CircuitState', 'Whether a circuit breaker permits attempts.', {
  closed: 'Attempts are permitted.',
  open: 'Attempts are refused until `retryAt`, or until it is reset when that is null.',
  half_open: 'Its time is over: a few attempts are permitted as probes, and decide whether it closes or opens again.',
})

export const CircuitBreakerType = builder.objectRef<BreakerInfo>('CircuitBreaker').implement({
  description:
    'Refuses attempts for a while after too many failures. It is asked before each attempt of the functions in its scope.',
  interfaces: [Node],
  fields: (t) => ({
    scope: t.exposeString('scope', {
      description:
        'What it guards: the name of a function, one that functions share, or `function:host` where each input has one.',
    }),
    state: t.expose('state', { type: CircuitStateType, description: 'Whether it permits attempts.' }),
    forced: t.exposeBoolean('forced', { description: 'Whether a person wants it so; a reset gives it back to itself.' }),
    computedState: t.expose('computedState', {
      type: CircuitStateType,
      description:
        'The state that it has by itself; another one than `state` only while a person forces it. It goes on beneath that: it counts the attempts that it would have permitted, and opens, waits and probes as it would.',
    }),
    computedRetryAt: t.expose('computedRetryAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When time alone makes `computedState` half open; null unless that is open.',
    }),
    failureCount: t.exposeInt('failureCount', { description: 'Failures in a row, also while it is forced.' }),
    threshold: t.exposeInt('threshold', {
      description: 'Failures in a row that open it; where only rates do, the calls before one can.',
    }),
    timeout: t.expose('timeoutMs', {
      type: 'Duration',
      description:
        'How long it stays open before it permits a probe, unless its function lets that grow or a server asks for longer.',
    }),
    failureRate: t.exposeFloat('failureRate', {
      nullable: true,
      description:
        'Part of the last calls that failed, 0 to 1, or that had when it opened by itself, until it is closed again; null when it does not look at rates, or saw no call yet.',
    }),
    openedAt: t.expose('openedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it last opened; null while it is closed.',
    }),
    retryAt: t.expose('retryAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it permits a probe; null unless it is open and will do so by itself.',
    }),
    trips: t.exposeInt('trips', { description: 'How often it has opened.' }),
    blockedOperations: t.int({
      description: 'Operations that wait for it.',
      extensions: costs({ own: 10 }),
      resolve: ({ scope }, _args, { load }) => load.blockedOperations(scope),
    }),
    lastError: t.string({
      nullable: true,
      description: 'The message of the last failure it counted.',
      resolve: shownText(({ lastError }) => lastError),
    }),
  }),
})

builder.queryFields((t) => ({
  circuitBreakers: t.field({
    type: [CircuitBreakerType],
    description: 'The circuit breakers of the functions registered here.',
    extensions: costs({ own: 10 }),
    resolve: (_root, _args, { recovery }) => recovery.breakers.list(),
  }),
  circuitBreaker: t.field({
    type: CircuitBreakerType,
    nullable: true,
    description: 'The circuit breaker of a scope; null when there is none.',
    args: { scope: t.arg.string({ required: true, description: 'The name of a function, or the scope that it names.' }) },
    resolve: (_root, { scope }, { recovery }) => recovery.breakers.find(scope),
  }),
}))

builder.objectField(OperationType, 'circuitBreaker', (t) =>
  t.field({
    type: CircuitBreakerType,
    nullable: true,
    description: 'The breaker that is asked before its attempts; null when its function has none, or is not registered here.',
    resolve: (operation, _args, { recovery }) => recovery.breakers.ofOperation(operation),
  }),
)

builder.objectField(RecoverableFunctionType, 'circuitBreaker', (t) =>
  t.field({
    type: CircuitBreakerType,
    nullable: true,
    description:
      'The breaker that is asked before its attempts; null when it has none. Where inputs have scopes of their own, such as a host, it is that of inputs without one, and tripping it stops them all.',
    resolve: ({ name }, _args, { recovery }) => recovery.breakers.ofFunction(name),
  }),
)
