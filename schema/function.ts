import type { FunctionInfo, RetryBudget } from '../src/engine/status.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'

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

builder.queryField('functions', (t) =>
  t.field({
    type: [RecoverableFunctionType],
    description: 'The functions registered here.',
    extensions: costs({ own: 10 }),
    resolve: (_root, _args, { recovery }) => recovery.functions(),
  }),
)
