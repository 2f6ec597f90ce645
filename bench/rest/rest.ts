import { ServerProcess } from '../../scripts/demo/server-process.ts'
import { OneOperation, OperationList } from '../../src/server/rest/documents/operations.ts'
import { Status } from '../../src/server/rest/documents/status.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report } from '../benchmark.ts'
import { figure } from '../print.ts'
import { median, shuffled } from '../statistics.ts'
import { withTempFolder } from '../temp-folder.ts'
import { type Ask, CONNECTIONS, requestsPerSecond } from './load.ts'

const OPERATIONS = 200
const REQUESTS = 2000
const ROUNDS = 7
const TARGET = 0.8

export const rest: Benchmark = {
  name: 'rest',
  summary: 'requests a second over REST, against the very same query over GraphQL by HTTP',
  run: (seed, note) => withTempFolder((folder) => measure(folder, seed, note)),
}

/** The same question on both surfaces. */
interface Question {
  readonly name: string
  readonly rest: Ask
  readonly graphql: Ask
}

const QUESTIONS: readonly Question[] = [
  question('status', '/api/recovery/status', Status, {}),
  question('one operation', '/api/recovery/operations/op7', OneOperation, { id: 'op7' }),
  question('a list of 20', '/api/recovery/operations?limit=20', OperationList, {
    filter: { active: true },
    orderBy: { field: 'UPDATED_AT', direction: 'DESC' },
    first: 20,
  }),
]

function question(name: string, path: string, document: { toString(): string }, variables: object): Question {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const body = JSON.stringify({ query: document.toString(), variables })
  return {
    name,
    rest: { options: { path, headers: { accept: 'application/json' } } },
    graphql: { options: { path: '/graphql', method: 'POST', headers: { ...headers, 'content-length': body.length } }, body },
  }
}

async function measure(folder: string, seed: number, note: (text: string) => void): Promise<Report> {
  const server = new ServerProcess(folder, { RECOVERY_STORE: 'memory:', RECOVERY_REQUEST_RATE: '0' })
  const { url } = await server.ready
  try {
    for (let n = 0; n < OPERATIONS; n++) await startLater(url, `op${n}`)
    return await compare(url, seed, note)
  } finally {
    await server.end('SIGTERM')
  }
}

/** An operation that waits while the benchmark runs. */
async function startLater(url: string, id: string): Promise<void> {
  const body = JSON.stringify({
    function_name: 'download',
    operation_id: id,
    input: { url: `https://example.com/files/${id}`, destination: `${id}.bin` },
    metadata: { tenant: 'bench' },
    run_at: '2999-01-01T00:00:00Z',
  })
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const { status } = await fetch(`${url}/api/recovery/operations`, sent)
  if (status !== 201) throw new Error(`An operation of the benchmark was answered ${status}`)
}

async function compare(url: string, seed: number, note: (text: string) => void): Promise<Report> {
  const random = seededRandom(seed)
  const speeds = new Map(QUESTIONS.map(({ name }) => [name, { rest: [] as number[], graphql: [] as number[] }]))
  for (let round = 0; round <= ROUNDS; round++) {
    note(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`)
    for (const asked of QUESTIONS) {
      for (const side of shuffled(['rest', 'graphql'] as const, random)) {
        const speed = await requestsPerSecond(url, asked[side], REQUESTS)
        if (round > 0) speeds.get(asked.name)?.[side].push(speed)
      }
    }
  }
  return report(speeds)
}

function report(speeds: ReadonlyMap<string, { readonly rest: readonly number[]; readonly graphql: readonly number[] }>): Report {
  const rows = [...speeds].map(([name, sides]) => {
    const ratio = median(sides.rest.map((speed, i) => speed / (sides.graphql[i] as number)))
    return { name, ratio, rest: median(sides.rest), graphql: median(sides.graphql) }
  })
  return {
    parameters: { connections: CONNECTIONS, requests: REQUESTS, rounds: ROUNDS, operations: OPERATIONS },
    table: [
      ['requests a second, median', 'REST', 'GraphQL', 'REST / GraphQL'],
      ...rows.map((row) => [row.name, figure(row.rest), figure(row.graphql), figure(row.ratio)]),
    ],
    targets: rows.map(({ name, ratio }) => ({ name: `REST / GraphQL, ${name}`, value: ratio, atLeast: TARGET })),
  }
}
