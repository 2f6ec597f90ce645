import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report } from '../benchmark.ts'
import { figure } from '../print.ts'
import { type Ask, CONNECTIONS, requestsPerSecond } from '../rest/load.ts'
import { storedFile } from '../scale/stored-file.ts'
import { median, shuffled } from '../statistics.ts'
import { withTempFolder } from '../temp-folder.ts'
import { PAGE, PAGE_QUERY } from './page-query.ts'

const OPERATIONS = 10_000
const ROUNDS = 9
const TARGET = 0.7

const CONTENDERS = ['ours', 'by hand', 'hello'] as const
export type Contender = (typeof CONTENDERS)[number]

/** Rounds of about a second each. */
const REQUESTS: Readonly<Record<Contender, number>> = { ours: 200, 'by hand': 200, hello: 4000 }

export const graphql: Benchmark = {
  name: 'graphql',
  summary: 'a page of 50 operations over GraphQL, against hand-written SQL in the same resolvers',
  run: (seed, note) => withTempFolder((folder) => measure(folder, seed, note)),
}

interface Served {
  readonly url: string
  readonly process: ChildProcess
}

async function measure(folder: string, seed: number, note: (text: string) => void): Promise<Report> {
  const file = await storedFile(folder, OPERATIONS, note)
  const servers = new Map<Contender, Served>()
  try {
    for (const contender of CONTENDERS) {
      const own = join(folder, `${contender.replace(' ', '-')}.db`)
      await copyFile(file, own)
      servers.set(contender, await serve(contender, own))
    }
    await compareAnswers(servers)
    return report(await race(servers, seed, note))
  } finally {
    for (const { process } of servers.values()) {
      process.stdin?.end()
      await once(process, 'exit')
    }
  }
}

async function serve(contender: Contender, file: string): Promise<Served> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'child.ts'), contender, file]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`The server of "${contender}" did not start`)))
  const [text] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer]
  ended.catch(() => undefined)
  return { url: text.toString().trim(), process: child }
}

/** Faster with another answer would be no contest. */
async function compareAnswers(servers: ReadonlyMap<Contender, Served>): Promise<void> {
  const [ours, byHand] = await Promise.all((['ours', 'by hand'] as const).map((name) => answerOf(servers.get(name) as Served)))
  if (!isDeepStrictEqual(ours, byHand)) throw new Error('The two servers do not answer the same page')
}

async function answerOf({ url }: Served): Promise<unknown> {
  const { options, body } = askOf('ours')
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}${options.path}`, { method: 'POST', headers, body: body as string })
  const text = await answer.text()
  const parsed = JSON.parse(text) as { readonly data?: { readonly operations: { readonly edges: readonly object[] } } }
  if (parsed.data?.operations.edges.length !== PAGE) throw new Error(`The page was answered by ${text.slice(0, 500)}`)
  return parsed
}

function askOf(contender: Contender): Ask {
  const query = contender === 'hello' ? '{ hello }' : PAGE_QUERY
  const body = JSON.stringify({ query, variables: contender === 'hello' ? {} : { first: PAGE } })
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'content-length': body.length }
  return { options: { path: '/graphql', method: 'POST', headers }, body }
}

type Speeds = ReadonlyMap<Contender, readonly number[]>

async function race(servers: ReadonlyMap<Contender, Served>, seed: number, note: (text: string) => void): Promise<Speeds> {
  const random = seededRandom(seed)
  const speeds = new Map<Contender, number[]>(CONTENDERS.map((name) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    note(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`)
    for (const contender of shuffled(CONTENDERS, random)) {
      const { url } = servers.get(contender) as Served
      const speed = await requestsPerSecond(url, askOf(contender), REQUESTS[contender])
      if (round > 0) speeds.get(contender)?.push(speed)
    }
  }
  return speeds
}

function report(speeds: Speeds): Report {
  const of = (name: Contender) => speeds.get(name) ?? []
  const ratioTo = (peer: Contender) => median(of('ours').map((speed, round) => speed / (of(peer)[round] as number)))
  const rows = CONTENDERS.map((name) => [LABELS[name], figure(median(of(name))), name === 'ours' ? '' : figure(ratioTo(name))])
  return {
    parameters: { connections: CONNECTIONS, page: PAGE, operations: OPERATIONS, rounds: ROUNDS },
    table: [['requests a second, median', 'requests/s', 'ours / this'], ...rows],
    targets: [{ name: 'ours / hand-written SQL', value: ratioTo('by hand'), atLeast: TARGET }],
  }
}

const LABELS: Readonly<Record<Contender, string>> = {
  ours: 'ours: Yoga, Pothos, batched reads of the store',
  'by hand': 'the same schema and server, SQL by hand in the resolvers',
  hello: 'Yoga with a hello',
}
