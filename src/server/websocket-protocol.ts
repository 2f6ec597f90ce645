import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql'
import { makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import type { SocketDoor } from './auth/socket-door.ts'
import { Delivery } from './delivery/delivery.ts'
import type { Outlet } from './delivery/outlet.ts'
import type { Slots } from './delivery/slots.ts'
import type { GraphqlApi } from './graphql-api.ts'
import { withoutHttp } from './graphql-errors.ts'

/** One connection, as the protocol sees it. */
export interface Peer {
  readonly door: SocketDoor
  readonly outlet: Outlet
  readonly slots: Slots
  /** Its `connection_init` has come. */
  readonly initialised: () => void
  /** Operations that run on it. */
  running: () => number
}

/** What `onSubscribe` knows and the execution needs. */
interface Asked extends ExecutionArgs {
  readonly slots: Slots
  /** Whether its client still waits for it. */
  readonly isWanted: () => boolean
}

/** The answer to a question that was withdrawn: nobody is told it. */
const ABANDONED: ExecutionResult = { data: null }

/** graphql-transport-ws. Runs operations as HTTP does: with Yoga's plugins, the same limits and the same masking. */
export function websocketProtocol({ yoga, streams, formatError }: GraphqlApi, maxOperations: number) {
  const { execute, subscribe } = yoga.getEnveloped()
  const errorsOf = (error: unknown) => [withoutHttp(formatError(error))]
  const executeInTurn = (args: ExecutionArgs) => {
    const { slots, isWanted, ...rest } = args as Asked
    return slots.run(() => (isWanted() ? execute(rest) : ABANDONED))
  }
  const orErrors = (run: (args: ExecutionArgs) => OperationResult) => async (args: ExecutionArgs) => {
    try {
      return withoutStatus(await run(args))
    } catch (error) {
      return { errors: errorsOf(error) }
    }
  }
  const prepare = async (payload: SubscribePayload, { door }: Peer): Promise<ExecutionArgs | GraphQLError[]> => {
    const { schema, parse, validate, contextFactory } = yoga.getEnveloped({ params: payload, caller: door.ask() })
    const document: DocumentNode = parse(payload.query)
    const errors: readonly GraphQLError[] = validate(schema, document)
    if (errors.length > 0) return errors.map(withoutHttp)
    const { operationName, variables: variableValues } = payload
    return { schema, document, operationName, variableValues, contextValue: await contextFactory() }
  }
  return makeServer<Readonly<Record<string, unknown>>, Peer>({
    execute: orErrors(executeInTurn),
    subscribe: orErrors(subscribe),
    connectionInitWaitTimeout: 0, // our clock takes care of it
    // The protocol's library exchanges a connection's `subscriptions` for an empty one when it closes: never keep it.
    onConnect: (connection) => {
      const { connectionParams, extra } = connection
      extra.initialised()
      extra.running = () => Object.keys(connection.subscriptions).length
      return extra.door.admit(connectionParams)
    },
    onSubscribe: async (connection, id, payload) => {
      const { extra } = connection
      if (Object.keys(connection.subscriptions).length > maxOperations) return [tooMany(maxOperations)]
      const prepared = await prepare(payload, extra).catch(errorsOf)
      if (Array.isArray(prepared)) return prepared
      return { ...prepared, slots: extra.slots, isWanted: () => id in connection.subscriptions } satisfies Asked
    },
    onOperation: ({ extra }, id, _payload, { contextValue }) => {
      const results = streams.of(contextValue as object)
      return results === null ? undefined : new Delivery(results, extra.outlet, id)
    },
  })
}

/** A client said what only servers say. The protocol's library throws this, as if it were a fault of ours. */
export function isServersMessage(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type')
}

/** What only the HTTP answer needs, such as faulty variables' status, is no business of this transport. */
function withoutStatus<R extends Awaited<OperationResult>>(result: R): R | ExecutionResult {
  if (result === undefined || !('errors' in result) || result.errors === undefined) return result
  return { ...result, errors: result.errors.map(withoutHttp) }
}

function tooMany(max: number): GraphQLError {
  return new GraphQLError(`More than ${max} operations at once on one connection; complete some, or open another`, {
    extensions: { code: 'OVERLOADED' },
  })
}
