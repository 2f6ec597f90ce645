import Database from 'better-sqlite3'
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import type { Context } from '../../schema/context.ts'
import { encodePageCursor } from '../../schema/page-cursor.ts'

interface Row {
  readonly id: string
  readonly createdAt: number
  readonly metadata: string
  readonly error: string | null
  readonly progress: string | null
}

interface AttemptRow {
  readonly sequence: number
}

interface PageArgs {
  readonly first: number
}

/** An index that this one question would be given, were it the only one. */
export function addIndex(file: string): void {
  const database = new Database(file)
  database.exec('create index bench_created on recovery_operations (created_at desc, id desc)')
  database.close()
}

/**
 * Answers the benchmark's query by statements written for it, in the resolvers of the same schema: it reads no column
 * that is not asked for, waits for nothing, and knows no filter, no other order and no page but the first.
 */
export function answerByHand(schema: GraphQLSchema, file: string): void {
  const database = new Database(file, { readonly: true })
  const page = database.prepare<[number], Row>(
    `select id, function_name as functionName, state, attempt, max_attempts as maxAttempts, total_attempts as totalAttempts,
       failed_attempts as failedAttempts, metadata, created_at as createdAt, updated_at as updatedAt, due_at as dueAt,
       blocked_by as blockedBy, token, progress, error
     from recovery_operations order by created_at desc, id desc limit ?`,
  )
  const attempts = database.prepare<[string, number], AttemptRow>(
    `select id, sequence, outcome, started_at as startedAt, finished_at as finishedAt
     from recovery_attempts where operation_id = ? order by sequence desc limit ?`,
  )
  const count = database.prepare<[], number>('select sum(created) from recovery_functions').pluck()
  setResolver(schema, 'Query', 'operations', (_root, { first }: PageArgs, { recovery }: Context) => {
    const eventCursor = recovery.eventCursor()
    const rows = page.all(first + 1)
    const edges = rows.slice(0, first).map((row) => ({
      cursor: encodePageCursor('operations created_at desc', { value: row.createdAt, id: row.id }),
      node: { ...row, metadata: JSON.parse(row.metadata), error: parsed(row.error), progress: parsed(row.progress) },
    }))
    return { edges, eventCursor, pageInfo: pageInfoOf(edges, rows.length > first) }
  })
  setResolver(schema, 'OperationConnection', 'totalCount', () => count.get())
  setResolver(schema, 'Operation', 'attempts', ({ id }: Row, { last }: { readonly last: number }) => {
    const rows = attempts.all(id, last + 1)
    const kept = rows.slice(0, last).reverse()
    const edges = kept.map((node) => ({ cursor: encodePageCursor('attempts', node.sequence), node }))
    return { edges, pageInfo: pageInfoOf(edges, false) }
  })
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text)
}

function pageInfoOf(edges: readonly { readonly cursor: string }[], hasNextPage: boolean) {
  const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null]
  return { hasNextPage, hasPreviousPage: false, startCursor, endCursor }
}

function setResolver<S, A>(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
  resolve: (source: S, args: A, context: Context) => unknown,
): void {
  const type = schema.getType(typeName)
  const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined
  if (field === undefined || !('resolve' in field)) throw new Error(`The schema has no field ${typeName}.${fieldName}`)
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>
}
