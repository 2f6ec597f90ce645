import type { FunctionInfo } from '../src/engine/status.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'

const RecoverableFunctionType = builder.objectRef<FunctionInfo>('RecoverableFunction').implement({
  description: 'A function that operations can run: it is registered by name.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name to start it by.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it does.' }),
    inputSchema: t.expose('inputSchema', {
      type: 'JSON',
      nullable: true,
      description: 'The JSON Schema of its input; null when it declares none.',
    }),
    maxAttempts: t.exposeInt('maxAttempts', { description: 'Attempts a round has, unless an operation says otherwise.' }),
    strategy: t.exposeString('strategy', { description: 'What decides the waits between attempts, such as `exponential`.' }),
    timeout: t.expose('timeoutMs', {
      type: 'Duration',
      nullable: true,
      description: 'How long an attempt may take; null when it has no limit.',
    }),
    activeOperations: t.exposeInt('active', { description: 'Its operations that have not ended.' }),
    totalOperations: t.exposeInt('total', { description: 'Its operations ever created.' }),
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
