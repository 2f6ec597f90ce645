import type { Step, StepKind } from '../src/operation/step.ts'
import { builder } from './builder.ts'
import { connectionType, pageArgs, pageCosts } from './connection.ts'
import { costs } from './cost.ts'
import { enumOf } from './enums.ts'
import { pageOfItems } from './item-pages.ts'
import { Node } from './node.ts'
import { OperationType } from './operation.ts'
import { MAX_PAGE_SIZE } from './page.ts'
import { REDACTED_NOTE, shownJson } from './shown.ts'

const StepKindType = enumOf<StepKind>('StepKind', 'What a step was.', {
  step: 'Work of the function.',
  sleep: 'A wait of the function; it is stored as soon as it begins.',
  transaction: 'Work on the database, committed together with the step.',
})

const StepType = builder.objectRef<Step>('Step').implement({
  description: 'A finished piece of an operation: its output is stored, and later attempts do not run it again.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, unique within the operation.' }),
    kind: t.expose('kind', { type: StepKindType, description: 'What it was.' }),
    output: t.field({
      type: 'JSON',
      nullable: true,
      description: `What it answered. ${REDACTED_NOTE}`,
      resolve: shownJson(({ output }) => output),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', description: 'When it was done; of a sleep: when it is over.' }),
    attempt: t.exposeInt('attempt', { description: 'The `number` of the attempt that finished it.' }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone, after the operation failed or was cancelled.',
    }),
  }),
})

builder.objectField(OperationType, 'steps', (t) =>
  t.field({
    type: [StepType],
    description: `Its finished steps, in the order they finished: the first ${MAX_PAGE_SIZE}; \`stepsConnection\` has all of them.`,
    extensions: costs({ own: 10 }),
    resolve: async ({ id }, _args, { load }) => (await load.steps(id)).slice(0, MAX_PAGE_SIZE),
  }),
)

const StepConnectionType = connectionType('Step', StepType, 'steps of an operation')

builder.objectField(OperationType, 'stepsConnection', (t) =>
  t.field({
    type: StepConnectionType,
    description: 'Its finished steps a page at a time, in the order they finished.',
    args: pageArgs,
    extensions: pageCosts(),
    resolve: async ({ id }, args, { load }) => pageOfItems(`steps ${id}`, args, await load.steps(id)),
  }),
)
