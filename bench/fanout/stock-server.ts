import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { execute as Execute, ExecutionArgs, subscribe as Subscribe } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { createYoga } from 'graphql-yoga'
import { WebSocketServer } from 'ws'
import type { Served } from './server.ts'

interface Executors {
  readonly execute: typeof Execute
  readonly subscribe: typeof Subscribe
}

/** Yoga with graphql-ws, as Yoga's documentation puts them together. */
export async function listenStock({ schema, createContext }: Served): Promise<number> {
  const yoga = createYoga({ schema, context: createContext, logging: false })
  const http = createServer(yoga)
  const sockets = new WebSocketServer({ server: http, path: yoga.graphqlEndpoint })
  useServer(
    {
      execute: (args) => executorsOf(args).execute(args),
      subscribe: (args) => executorsOf(args).subscribe(args),
      onSubscribe: async (ctx, _id, params) => {
        const { schema: enveloped, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({ ...ctx, params })
        const args = {
          schema: enveloped,
          operationName: params.operationName,
          document: parse(params.query),
          variableValues: params.variables,
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe },
        }
        const errors = validate(args.schema, args.document)
        return errors.length > 0 ? errors : args
      },
    },
    sockets,
  )
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return (http.address() as AddressInfo).port
}

function executorsOf(args: ExecutionArgs): Executors {
  return args.rootValue as Executors
}
