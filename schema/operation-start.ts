import { DuplicateOperationError, InvalidInputError, OverloadedError, UnknownFunctionError } from '../src/operation/errors.ts'
import { toJsonObject } from '../src/operation/json.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { costs } from './cost.ts'
import { OperationType } from './operation.ts'
import { present } from './present.ts'
import type { SeenOperation } from './seen-operation.ts'

interface StartPayload {
  readonly operation: SeenOperation
  readonly deduplicated: boolean
}

const StartOperationPayload = builder.objectRef<StartPayload>('StartOperationPayload').implement({
  description: 'The operation is stored and will run, whatever happens to this server.',
  fields: (t) => ({
    operation: t.expose('operation', { type: OperationType, description: 'The operation.' }),
    deduplicated: t.exposeBoolean('deduplicated', {
      description: 'True when it was there already: the same id or idempotency key with the same input.',
    }),
  }),
})

const StartOperationInput = builder.inputType('StartOperationInput', {
  description: 'What to run, and how.',
  fields: (t) => ({
    functionName: t.string({ required: true, description: 'The name of a registered function: see `functions`.' }),
    input: t.field({ type: 'JSON', description: 'What the function is given. An input that holds `[redacted]` is refused.' }),
    id: t.id({
      description:
        'Your own id for it, 1 to 255 characters. Starting the same id with the same input again answers the first operation.',
    }),
    idempotencyKey: t.string({
      description:
        'Unique per function while the operation exists: the same key with the same input answers the first operation.',
    }),
    priority: t.int({ description: 'From -100 to 100, higher runs first; by default 0.' }),
    metadata: t.field({
      type: 'JSON',
      description:
        'An object with your own keys and values, to search by; not for secrets: they are redacted before it is stored.',
    }),
    runAt: t.field({ type: 'DateTime', description: 'Not to be run before this instant.' }),
    deadline: t.field({
      type: 'Duration',
      description: 'How long a round may take in all, counted from `runAt` or else from now; by default as the function says.',
    }),
    maxAttempts: t.int({ description: 'Attempts in all, 1 to 1001; by default as the function says.' }),
  }),
})

async function start(given: typeof StartOperationInput.$inferInput, { recovery, actor, trace }: Context): Promise<StartPayload> {
  const { functionName, input, metadata, runAt, ...options } = given
  const eventCursor = recovery.eventCursor()
  const unredacted = recovery.redaction.unredacted(input ?? null, 'input')
  const { operation, deduplicated } = await recovery.startFromOutside(functionName, unredacted, {
    ...present({ ...options, actor, trace }),
    ...(metadata == null ? {} : { metadata: toJsonObject(metadata, 'metadata') }),
    ...(runAt == null ? {} : { runAt: new Date(runAt) }),
  })
  return { operation: { ...operation, eventCursor }, deduplicated }
}

builder.mutationField('startOperation', (t) =>
  t.field({
    ...needs('operator'),
    type: StartOperationPayload,
    description: 'Starts an operation: it is stored before this answers, and runs in the background.',
    args: { input: t.arg({ type: StartOperationInput, required: true, description: 'What to run, and how.' }) },
    extensions: costs({ own: 10 }),
    errors: {
      types: [UnknownFunctionError, InvalidInputError, DuplicateOperationError, OverloadedError],
      union: { name: 'StartOperationResult', description: 'The started operation, or why it was not started.' },
    },
    resolve: (_root, { input }, context) => start(input, context),
  }),
)
