import { builder, type Types } from './builder.ts'
import { costs } from './cost.ts'
import { OperationType } from './operation.ts'

/** The arguments of both subscriptions. */
export const watchArgs = builder.args((t) => ({
  operationId: t.id({ description: 'Only this operation, which may be started later.' }),
  functionName: t.string({ description: 'Only operations of this function.' }),
  after: t.string({
    description:
      'An event cursor (`cursor`, `eventCursor`): what followed it is sent first, then it goes on live, without a gap or a duplicate. Absent: from now on.',
  }),
}))

/** `operation` of what a subscription answers. */
export function operationField<T extends { readonly operationId: string }>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, T>) {
  return t.field({
    type: OperationType,
    nullable: true,
    description: 'The operation as it is now, not as it was then; null when it was deleted.',
    extensions: costs({ own: 10 }),
    resolve: ({ operationId }, _args, context) => context.operation(operationId),
  })
}
