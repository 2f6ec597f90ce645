import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report } from '../benchmark.ts'
import { figure } from '../print.ts'
import { median, shuffled } from '../statistics.ts'
import { CLIENTS, type Cost, EVENTS_OF_OPERATION, type Kind, Stage } from './stage.ts'
import { type Stalls, stalls } from './stalls.ts'

const KINDS: readonly Kind[] = ['stock', 'product']
const OPERATIONS = 10
const ROUNDS = 5
const DELIVERIES = OPERATIONS * EVENTS_OF_OPERATION * CLIENTS
const TARGET = 3

const FIELDS = 'cursor operationId state attempt error timestamp'
const QUESTIONS = {
  'an update with its operation': `subscription { recoveryUpdate { ${FIELDS} operation { id state progress { fraction } } } }`,
  'an update alone': `subscription { recoveryUpdate { ${FIELDS} } }`,
}

export const fanout: Benchmark = {
  name: 'fanout',
  summary: '1,000 WebSocket clients on one subscription, against a stock Yoga with graphql-ws; and some that stop reading',
  run: measure,
}

/** How fast the two deliver what one subscription asks. */
interface Row {
  readonly name: string
  readonly stock: number
  readonly product: number
  readonly ratio: number
  /** The same by the time that the processor worked for the server, whoever else it worked for. */
  readonly processorRatio: number
}

async function measure(seed: number, note: (text: string) => void): Promise<Report> {
  const random = seededRandom(seed)
  const rows: Row[] = []
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const row = await compare(name, query, random, note)
    note(
      `${name}: ${figure(row.stock)} against ${figure(row.product)} deliveries a second, by processor time ${figure(row.processorRatio)} times as many`,
    )
    rows.push(row)
  }
  note('a tenth of the clients stop reading')
  return report(rows, await stalls(note))
}

async function compare(name: string, query: string, random: () => number, note: (text: string) => void): Promise<Row> {
  const stages = {
    stock: await Stage.open({ kind: 'stock', query, checks: false }),
    product: await Stage.open({ kind: 'product', query, checks: false }),
  }
  const costs: Record<Kind, Cost[]> = { stock: [], product: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    note(round === 0 ? `${name}: warming up` : `round ${round} of ${ROUNDS}`)
    for (const kind of shuffled(KINDS, random)) {
      const cost = await stages[kind].run(OPERATIONS)
      if (round > 0) costs[kind].push(cost)
    }
  }
  await Promise.all([stages.stock.end(), stages.product.end()])
  return rowOf(name, costs)
}

function rowOf(name: string, { stock, product }: Record<Kind, readonly Cost[]>): Row {
  const ratioBy = (by: keyof Cost) => median(stock.map((cost, i) => cost[by] / (product[i] as Cost)[by]))
  const speed = (costs: readonly Cost[]) => median(costs.map(({ seconds }) => DELIVERIES / seconds))
  return {
    name,
    stock: speed(stock),
    product: speed(product),
    ratio: ratioBy('seconds'),
    processorRatio: ratioBy('processorSeconds'),
  }
}

function report(rows: readonly Row[], { stalled, behind, growth, failures, events, residentMiB }: Stalls): Report {
  return {
    parameters: { clients: CLIENTS, operations: OPERATIONS, rounds: ROUNDS, store: 'memory', stalled, events, behind },
    table: [
      ['deliveries a second, median', 'Yoga + graphql-ws', 'product', 'ratio', 'ratio by processor time'],
      ...rows.map((row) => [row.name, figure(row.stock), figure(row.product), figure(row.ratio), figure(row.processorRatio)]),
      ['resident memory with stalled clients', '', figure(residentMiB, 'MiB'), figure(growth), ''],
    ],
    targets: [
      ...rows.map(({ name, ratio }) => ({ name: `deliveries a second, ${name}`, value: ratio, atLeast: TARGET })),
      { name: 'resident memory, end / after warm-up', value: growth, atMost: 1.1 },
      { name: 'events that a client lost, got twice or out of order', value: failures, atMost: 0 },
    ],
  }
}
