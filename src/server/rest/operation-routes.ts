import { z } from 'zod'
import { OneOperation, OperationList, PassedOver, Start } from './documents/operations.ts'
import type { OperationState } from './gql/graphql.ts'
import { MAX_OFFSET, pageAt } from './list-pages.ts'
import { messageField, operationAnswer, STATES, toOperation, wholeOperationAnswer } from './operation-answer.ts'
import { orRefuse, refuse } from './refusals.ts'
import { instant, jsonObject, oneOf, seconds, text, whole } from './request-fields.ts'
import { type Route, route } from './route.ts'

const LIST = route({
  method: 'GET',
  path: '/api/recovery/operations',
  name: 'listOperations',
  tag: 'recovery',
  summary: 'Operations, those that changed last first',
  description: 'Without `state` the active ones: pending, in_progress, recovering and paused.',
  query: z.object({
    state: z.array(oneOf(STATES)).optional().describe('One state, or several with commas between them.'),
    limit: whole(1, 500).default(100).describe('How many to answer.'),
    offset: whole(0, MAX_OFFSET).default(0).describe('How many to pass over.'),
  }),
  document: OperationList,
  also: [PassedOver],
  variables: ({ query: { state, limit } }) => ({
    filter: state === undefined ? { active: true } : { states: state.map((name) => name.toUpperCase() as OperationState) },
    orderBy: { field: 'UPDATED_AT' as const, direction: 'DESC' as const },
    first: limit,
  }),
  ask: (ask, variables, { query }) => pageAt(ask, variables, query.offset),
  payload: z.object({
    operations: z.array(operationAnswer).describe('The page.'),
    total_count: z.int().describe('How many match, on all pages.'),
  }),
  answer: ({ operations: { edges, totalCount } }) => ({
    operations: edges.map(({ node }) => toOperation(node)),
    total_count: totalCount,
  }),
})

const ONE = route({
  method: 'GET',
  path: '/api/recovery/operations/{operation_id}',
  name: 'getOperation',
  tag: 'recovery',
  summary: 'One operation, with its input and result',
  document: OneOperation,
  variables: ({ id }) => ({ id }),
  payload: z.object({ operation: wholeOperationAnswer.describe('The operation.') }),
  answer: ({ operation }) => {
    if (operation === null) return refuse('NOT_FOUND', 'Operation not found')
    return { operation: { ...toOperation(operation), input: operation.input, result: operation.result } }
  },
})

const YEAR_SECONDS = 365 * 24 * 3600

const START = route({
  method: 'POST',
  path: '/api/recovery/operations',
  name: 'startOperation',
  tag: 'recovery',
  summary: 'Start an operation',
  description:
    'It is durable before this answers, and runs in the background. The same `operation_id` or `idempotency_key` with the same input answers the operation that is there.',
  body: z.object({
    function_name: text(1, 255).describe('A registered function, such as `download`.'),
    input: z.unknown().optional().describe('What the function is given: any JSON value.'),
    operation_id: text(1, 255).optional().describe('Your own id for it.'),
    idempotency_key: text(1, 255).optional().describe('Unique per function while the operation exists.'),
    priority: whole(-100, 100).default(0).describe('Higher runs first.'),
    metadata: jsonObject().default({}).describe('Your own keys and values; not for secrets.'),
    run_at: instant().optional().describe('Not to be run before this instant; ISO 8601 with `Z` or an offset.'),
    deadline: seconds(0.001, 100 * YEAR_SECONDS)
      .optional()
      .describe('Seconds that a round of attempts may take in all.'),
    max_attempts: whole(1, 1001).optional().describe('Attempts in all; as the function says when absent.'),
  }),
  document: Start,
  variables: ({ body }) => ({
    input: {
      functionName: body.function_name,
      input: body.input ?? null,
      id: body.operation_id ?? null,
      idempotencyKey: body.idempotency_key ?? null,
      priority: body.priority,
      metadata: body.metadata,
      runAt: body.run_at ?? null,
      deadline: body.deadline === undefined ? null : body.deadline * 1000,
      maxAttempts: body.max_attempts ?? null,
    },
  }),
  successes: { 201: 'It was started.', 200: 'It was there already.' },
  status: ({ startOperation }) => ('deduplicated' in startOperation && startOperation.deduplicated ? 200 : 201),
  refusals: { 409: 'The id or the key is taken by an operation with other input.' },
  payload: z.object({
    message: messageField,
    operation_id: z.string().describe('Its id.'),
    deduplicated: z.boolean().describe('Whether it was there already.'),
    operation: operationAnswer.describe('The operation.'),
  }),
  answer: ({ startOperation }) => {
    const { deduplicated, operation } = orRefuse(startOperation)
    return {
      message: `Operation ${operation.id} ${deduplicated ? 'was there already' : 'started'}`,
      operation_id: operation.id,
      deduplicated,
      operation: toOperation(operation),
    }
  },
})

export const OPERATION_ROUTES: readonly Route[] = [LIST, START, ONE]
