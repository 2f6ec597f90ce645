import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report } from '../benchmark.ts'
import { figure } from '../print.ts'
import { rowCounts } from '../sqlite.ts'
import { median, shuffled } from '../statistics.ts'
import { withTempFolder } from '../temp-folder.ts'
import { CONCURRENCY, engineRound } from './engine-round.ts'
import { floorRound } from './floor-round.ts'
import { type Recording, recordWrites } from './recorder.ts'

const OPERATIONS = 10_000
const ROUNDS = 9
const TARGET = 0.4

export const durable: Benchmark = {
  name: 'durable',
  summary: 'whole operations a second on SQLite, against the same writes through bare better-sqlite3',
  run: (seed, note) => withTempFolder((folder) => measure(folder, seed, note)),
}

interface Rounds {
  readonly engine: number[]
  readonly floor: number[]
}

async function measure(folder: string, seed: number, note: (text: string) => void): Promise<Report> {
  const random = seededRandom(seed)
  note('recording an untimed run')
  const recording = await record(join(folder, 'recorded.db'))
  const writesEach = recording.writes.length / OPERATIONS
  const batch = Math.floor(CONCURRENCY * writesEach)
  await floorRound(join(folder, 'replayed.db'), recording, batch)
  mustHoldTheSame(join(folder, 'recorded.db'), join(folder, 'replayed.db'))
  const rounds: Rounds = { engine: [], floor: [] }
  for (let i = 0; i < ROUNDS; i++) {
    note(`round ${i + 1} of ${ROUNDS}`)
    for (const side of shuffled(['engine', 'floor'] as const, random)) {
      const file = join(folder, `${side}-${i}.db`)
      const ms = side === 'engine' ? await engineRound(file, OPERATIONS) : await floorRound(file, recording, batch)
      rounds[side].push((OPERATIONS / ms) * 1000)
    }
  }
  return report(rounds, writesEach)
}

async function record(file: string): Promise<Recording> {
  let recording: Recording | undefined
  await engineRound(file, OPERATIONS, async (work) => {
    recording = await recordWrites(work)
    return 0
  })
  return recording as Recording
}

/** The floor is worth nothing when it writes less than the engine does. */
function mustHoldTheSame(recorded: string, replayed: string): void {
  const wanted = rowCounts(recorded)
  const found = rowCounts(replayed)
  if (!isDeepStrictEqual(wanted, found)) {
    throw new Error(`The replay holds ${[...found].join(' ')} rows, the recorded run ${[...wanted].join(' ')}`)
  }
}

function report({ engine, floor }: Rounds, writesEach: number): Report {
  const ratios = engine.map((speed, i) => speed / (floor[i] as number))
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[Math.min(...values), median(values), Math.max(...values)].map((value) => figure(value)),
  ]
  return {
    parameters: {
      concurrency: CONCURRENCY,
      operations: OPERATIONS,
      rounds: ROUNDS,
      'writes an operation': writesEach,
    },
    table: [
      ['operations a second', 'lowest', 'median', 'highest'],
      row('engine', engine),
      row('floor', floor),
      row('engine / floor', ratios),
    ],
    targets: [{ name: 'engine / floor, median of the rounds', value: median(ratios), atLeast: TARGET }],
  }
}
