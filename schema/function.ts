import type { FunctionInfo, RetryBudget, WhenOpen } from '../src/engine/status.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { enumOf } from './enums.ts'
import { PerformanceType, WINDOW } from './performance.ts'

const OWN_NOTE = 'Null when a strategy of its own decides; with the strategy `category`, for kinds of errors that have none.'

const RetryBudgetType = builder.objectRef<RetryBudget>('RetryBudget').implement({
  description: 'What bounds the retries of all operations of a scope together: a retry takes tokens, a success gives some back.',
  fields: (t) => ({
    scope: t.exposeString('scope', { description: 'Functions with the same scope share the budget.' }),
    tokens: t.exposeInt('tokens', { description: 'Tokens left on this server; without any there is no retry.' }),
    capacity: t.exposeInt('capacity', { description: 'The most tokens it holds.' }),
  }),
})

export const RecoverableFunctionType = builder.objectRef<FunctionInfo>('RecoverableFunction').implement({
  description: 'A function that operations can run: it is registered by name.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name to start it by.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it does.' }),
    internal: t.exposeBoolean('internal', {
      description:
        'Whether only the system itself starts it: `startOperation` does not know it, and only admins pause, resume, retry or cancel its operations (but for large sets of changes that operators may ask for).',
    }),
    inputSchema: t.expose('inputSchema', {
      type: 'JSON',
      nullable: true,
      description: 'The JSON Schema of its input; null when it declares none.',
    }),
    maxAttempts: t.exposeInt('maxAttempts', { description: 'Attempts a round has, unless an operation says otherwise.' }),
    strategy: t.exposeString('strategy', {
      description: 'What decides the waits between attempts, such as `exponential`; `category` when the kind of error does.',
    }),
    timeout: t.expose('timeoutMs', {
      type: 'Duration',
      nullable: true,
      description: 'How long an attempt may take; null when it has no limit.',
    }),
    deadline: t.expose('deadlineMs', {
      type: 'Duration',
      nullable: true,
      description:
        'How long all attempts of a round may take together, unless an operation says otherwise; null when that has no limit.',
    }),
    concurrency: t.exposeInt('concurrency', {
      nullable: true,
      description: "Its attempts that run at once on this server; null when only the server's own `concurrency` limits them.",
    }),
    retryBudget: t.expose('retryBudget', {
      type: RetryBudgetType,
      nullable: true,
      description: 'What its retries are taken from; null when only the attempts of each operation are bounded.',
    }),
    activeOperations: t.exposeInt('active', { description: 'Its operations that have not ended.' }),
    totalOperations: t.exposeInt('total', { description: 'Its operations ever created.' }),
    lightCalls: t.exposeFloat('lightCalls', {
      description: 'Calls of a wrapped function that succeeded at once, so that no operation was made of them.',
    }),
  }),
})

const WhenOpenType = enumOf<WhenOpen>('WhenOpen', 'What an operation does whose circuit breaker is open.', {
  wait: 'It waits until the breaker permits attempts again.',
  fail: 'It ends: failed before its first attempt, else exhausted.',
})

builder.objectFields(RecoverableFunctionType, (t) => ({
  maxRetries: t.int({
    description: 'Retries after the first attempt; the kind of an error may allow fewer.',
    resolve: ({ maxAttempts }) => maxAttempts - 1,
  }),
  initialDelay: t.field({
    type: 'Duration',
    nullable: true,
    description: `The wait after the first failure. ${OWN_NOTE}`,
    resolve: ({ delays }) => delays?.initialMs,
  }),
  backoffFactor: t.float({
    nullable: true,
    description: `By what each further wait grows, where the strategy multiplies. ${OWN_NOTE}`,
    resolve: ({ delays }) => delays?.factor,
  }),
  maxDelay: t.field({
    type: 'Duration',
    nullable: true,
    description: `The longest wait. ${OWN_NOTE}`,
    resolve: ({ delays }) => delays?.maxMs,
  }),
  jitter: t.string({
    nullable: true,
    description: `How waits are spread: \`none\`, \`full\`, \`equal\`, \`proportional\` (±10 %), or a part such as \`0.2\` (±20 %). ${OWN_NOTE}`,
    resolve: ({ delays }) => delays && String(delays.jitter),
  }),
  whenOpen: t.expose('whenOpen', {
    type: WhenOpenType,
    nullable: true,
    description: 'What its operations do while its circuit breaker is open; null when it has none.',
  }),
  performance: t.field({
    type: PerformanceType,
    description: 'How well its operations recover; circuit breakers, which belong to scopes, are not counted.',
    args: { window: t.arg({ type: 'Duration', description: WINDOW }) },
    extensions: costs({ own: 10 }),
    resolve: ({ name }, { window }, { load }) => load.performance(name, window ?? null),
  }),
}))

builder.queryField('functions', (t) =>
  t.field({
    type: [RecoverableFunctionType],
    description: 'The functions registered here.',
    extensions: costs({ own: 10 }),
    resolve: (_root, _args, { recovery }) => recovery.functions(),
  }),
)
