import { z } from 'zod'
import type { TypedDocument } from '../own-graphql.ts'
import type { Ask } from './ask.ts'

/** What a request brings, checked. */
export interface Given<Q = unknown, B = unknown> {
  /** The `{…}` of the path, decoded; empty when the path has none. */
  readonly id: string
  readonly query: Q
  readonly body: B
}

export interface Answer {
  readonly status: number
  /** What stands beside `success: true`. */
  readonly payload: object
}

interface RouteFacts {
  readonly method: 'GET' | 'POST'
  /** Such as `/api/recovery/operations/{operation_id}`. */
  readonly path: string
  /** Unique; the OpenAPI document's name of the operation. */
  readonly name: string
  readonly tag: 'recovery' | 'diagnostics' | 'downloads'
  readonly summary: string
  /** What a caller should know beyond the fields. */
  readonly description?: string
  /** Statuses of errors beyond those that every route of its kind can answer, and when. */
  readonly refusals?: Readonly<Record<number, string>>
}

/** One path and method, as data: the server, the OpenAPI document and the API document are made from it. */
export interface Route extends RouteFacts {
  readonly query: z.ZodObject
  /** An absent or empty body is an empty object. */
  readonly body: z.ZodObject
  readonly payload: z.ZodObject
  /** The statuses of success, and what each means. */
  readonly successes: Readonly<Record<number, string>>
  readonly documents: readonly AnyDocument[]
  /** Asks GraphQL, and makes the answer of nothing but what it says. */
  readonly run: (given: Given, ask: Ask) => Promise<Answer>
}

export type AnyDocument = TypedDocument<unknown, never>

interface Spec<R, V, Q extends z.ZodObject, B extends z.ZodObject, P extends z.ZodObject> extends RouteFacts {
  readonly query?: Q
  readonly body?: B
  readonly payload: P
  readonly successes?: Readonly<Record<number, string>>
  readonly document: TypedDocument<R, V>
  /** How the request becomes variables. */
  readonly variables: (given: Given<z.output<Q>, z.output<B>>) => V
  /** For a route that asks more than once: the other documents, and how it goes about it. */
  readonly also?: readonly AnyDocument[]
  readonly ask?: (ask: Ask, variables: V, given: Given<z.output<Q>, z.output<B>>) => Promise<R>
  /** How the data becomes the answer. */
  readonly answer: (data: R, given: Given<z.output<Q>, z.output<B>>) => z.input<P>
  /** Which of `successes`, when there are several. */
  readonly status?: (data: R) => number
}

type Nothing = z.ZodObject<Record<never, never>>

/** A route whose parts fit each other: the types hold the variables to the document, and the answer to the payload. */
export function route<R, V, P extends z.ZodObject, Q extends z.ZodObject = Nothing, B extends z.ZodObject = Nothing>(
  spec: Spec<R, V, Q, B, P>,
): Route {
  const { document, also = [], variables, answer, query = z.object({}), body = z.object({}), payload, ...facts } = spec
  const {
    ask: askFor = (ask, wanted) => ask(document, wanted),
    status = () => 200,
    successes = { 200: 'Done.' },
    ...rest
  } = facts
  return {
    ...rest,
    query,
    body,
    payload,
    successes,
    documents: [document, ...also],
    run: async (unchecked, ask) => {
      const given = unchecked as Given<z.output<Q>, z.output<B>>
      const data = await askFor(ask, variables(given), given)
      return { status: status(data), payload: answer(data, given) }
    },
  }
}
