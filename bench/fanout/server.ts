// A server with an engine in memory: the product's, or a stock one with the same schema and engine.
import { setTimeout as sleep } from 'node:timers/promises'
import type { GraphQLSchema } from 'graphql'
import { createContext } from '../../schema/context.ts'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { buildSchema } from '../../schema/index.ts'
import { checkLimits } from '../../schema/limits.ts'
import { createSystemClock } from '../../src/engine/system.ts'
import { createRecovery } from '../../src/index.ts'
import { HttpServer } from '../../src/server/http-server.ts'
import { answerQuestions } from './child.ts'
import { listenStock } from './stock-server.ts'

export interface Served {
  readonly schema: GraphQLSchema
  readonly createContext: () => object
}

const MIB = 1024 * 1024
const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }

const clock = createSystemClock()
const recovery = await createRecovery({ store: 'memory:', clock, log })
const quick = recovery.define('quick', () => null)
const subscribed = countSubscribers()
const served: Served = { schema: buildSchema(), createContext: () => createContext(recovery) }
const port = process.argv[2] === 'stock' ? await listenStock(served) : await listenProduct()

answerQuestions({
  port: () => port,
  subscribers: () => subscribed.count,
  /** One operation after the other: each makes three events, each in a commit of its own. */
  run: async ({ operations, idLength }: { operations: number; idLength: number }) => {
    for (let n = 0; n < operations; n++) await quick.run(null, idLength === 0 ? {} : { id: longId(idLength) })
  },
  processorSeconds: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
  /** Once garbage is gone. */
  residentMiB: async () => {
    for (let i = 0; i < 3; i++) {
      globalThis.gc?.()
      await sleep(50)
    }
    return process.memoryUsage.rss() / MIB
  },
})

async function listenProduct(): Promise<number> {
  const server = new HttpServer({ host: '127.0.0.1', port: 0, allowedHosts: [], version: '0', clock, log })
  await server.listen()
  server.open({ ...served, formatError: toGraphQLError, checkLimits, log })
  return Number(new URL(server.url).port)
}

function countSubscribers(): { count: number } {
  const counter = { count: 0 }
  const watch = recovery.watch.bind(recovery)
  recovery.watch = (options) => {
    counter.count++
    return watch(options)
  }
  return counter
}

let ids = 0

function longId(length: number): string {
  return `${++ids}-`.padEnd(length, 'x')
}
