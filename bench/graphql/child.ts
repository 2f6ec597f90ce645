// Serves one contender on a free port and tells its address on stdout. It ends with its parent, or when stdin is closed.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSchema, createYoga } from 'graphql-yoga'
import { createContext } from '../../schema/context.ts'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { buildSchema } from '../../schema/index.ts'
import { checkLimits } from '../../schema/limits.ts'
import { createSystemClock } from '../../src/engine/system.ts'
import { createRecovery } from '../../src/index.ts'
import { HttpServer } from '../../src/server/http-server.ts'
import { FUNCTIONS } from '../scale/stored-operations.ts'
import type { Contender } from './graphql.ts'
import { addIndex, answerByHand } from './hand-written.ts'

const ignore = () => undefined
const LOG = { debug: ignore, info: ignore, warn: ignore, error: ignore }

/** The product's own server and schema, over operations that nobody runs. */
async function serveProduct(database: string, byHand: boolean): Promise<string> {
  if (byHand) addIndex(database)
  const clock = createSystemClock()
  const recovery = await createRecovery({ store: `sqlite:${database}`, open: false, clock, log: LOG })
  for (const name of FUNCTIONS) recovery.define(name, () => null)
  const schema = buildSchema()
  if (byHand) answerByHand(schema, database)
  const server = new HttpServer({ host: '127.0.0.1', port: 0, allowedHosts: [], version: 'bench', clock, log: LOG })
  await server.listen()
  const own = { createContext: () => createContext(recovery), formatError: toGraphQLError, checkLimits, log: LOG }
  server.open({ schema, ...own })
  return server.url
}

/** Yoga as it comes, with the smallest schema there is. */
async function serveHello(): Promise<string> {
  const schema = createSchema({ typeDefs: 'type Query { hello: String }', resolvers: { Query: { hello: () => 'world' } } })
  const server = createServer(createYoga({ schema, logging: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const [contender, file = ''] = process.argv.slice(2) as [Contender, string?]
const url = await (contender === 'hello' ? serveHello() : serveProduct(file, contender === 'by hand'))
process.stdout.write(`${url}\n`)
process.stdin.resume().once('end', () => process.exit())
