import { orderValue } from '../src/operation/order.ts'
import type { OperationOrder, PageKey } from '../src/operation/query.ts'
import { builder } from './builder.ts'
import { connectionType, pageArgs } from './connection.ts'
import type { Context } from './context.ts'
import { costs } from './cost.ts'
import { OperationType } from './operation.ts'
import { type FilterArgument, filterCost, OperationFilterInput, OperationOrderInput, toFilter } from './operation-input.ts'
import { type Connection, DEFAULT_PAGE_SIZE, type PageArgs, readRange, toConnection, toQuery } from './page.ts'
import { decodePageCursor, encodePageCursor } from './page-cursor.ts'
import type { SeenOperation } from './seen-operation.ts'

interface OperationConnection extends Connection<SeenOperation> {
  readonly eventCursor: string
  readonly count: () => Promise<number>
}

const OperationConnectionType = connectionType<SeenOperation, OperationConnection>('Operation', OperationType, 'operations')

builder.objectFields(OperationConnectionType, (t) => ({
  totalCount: t.int({
    description: 'How many operations meet the filter, on all pages. Counted only when asked for.',
    extensions: costs({ own: 10 }),
    resolve: ({ count }) => count(),
  }),
  eventCursor: t.exposeString('eventCursor', {
    description: 'The place in the event log before this page was read: subscribe `after` it and nothing is missed.',
  }),
}))

interface ListArgs extends PageArgs {
  readonly filter?: FilterArgument | null | undefined
  readonly orderBy?: OperationOrder | null | undefined
}

const NEWEST_FIRST: OperationOrder = { field: 'created_at', direction: 'desc' }

async function listOperations(args: ListArgs, { recovery }: Context): Promise<OperationConnection> {
  const order = args.orderBy ?? NEWEST_FIRST
  const list = `operations ${order.field} ${order.direction}`
  const range = readRange(args, (cursor, argument) => decodePageCursor(list, cursor, isPageKey, argument))
  const filter = toFilter(args.filter)
  const eventCursor = recovery.eventCursor()
  const { operations, hasMore } = await recovery.list({ filter, order, ...toQuery(range) })
  const items = operations.map((operation) => ({ ...operation, eventCursor }))
  const keyOf = (operation: SeenOperation): PageKey => ({ value: orderValue(operation, order.field), id: operation.id })
  let counted: Promise<number> | null = null
  return {
    ...toConnection(range, { items, hasMore }, (operation) => encodePageCursor(list, keyOf(operation))),
    eventCursor,
    count: () => {
      counted ??= recovery.count(filter)
      return counted
    },
  }
}

function isPageKey(key: unknown): key is PageKey {
  if (typeof key !== 'object' || key === null) return false
  const { value, id } = key as Partial<PageKey>
  return typeof id === 'string' && (value === null || typeof value === 'number')
}

function listCosts({ filter, first, last }: ListArgs) {
  return { own: filterCost(filter), length: first ?? last ?? DEFAULT_PAGE_SIZE }
}

builder.queryFields((t) => ({
  operation: t.field({
    type: OperationType,
    nullable: true,
    description: 'The operation with this id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    extensions: costs({ own: 10 }),
    resolve: (_root, { id }, context) => context.operation(id),
  }),
  operations: t.field({
    type: OperationConnectionType,
    description: 'Operations, a page at a time; the newest first unless `orderBy` says otherwise.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: OperationFilterInput, description: 'Which operations; all when absent.' }),
      orderBy: t.arg({ type: OperationOrderInput, description: 'In which order. A cursor is good for one order only.' }),
    },
    extensions: costs(listCosts),
    resolve: (_root, args, context) => listOperations(args, context),
  }),
}))
