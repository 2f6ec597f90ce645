import type { Store } from '../../src/operation/store.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report } from '../benchmark.ts'
import { figure } from '../print.ts'
import { openStore } from '../sqlite.ts'
import { median, shuffled } from '../statistics.ts'
import { withTempFolder } from '../temp-folder.ts'
import { type Question, questionsOf } from './questions.ts'
import { storedFile } from './stored-file.ts'
import { operationAt } from './stored-operations.ts'

const SMALL = 1_000
const LARGE = 1_000_000
const SAMPLE = 20_000
const WARM_UP = 10
const REPETITIONS = 101
const TARGET = 2

export const scale: Benchmark = {
  name: 'scale',
  summary: 'lists, filters, counts, status and claim at 1,000,000 stored operations, against 1,000',
  run: (seed, note) => withTempFolder((folder) => measure(folder, seed, note)),
}

/** One store and what it is asked; the same questions of each, about its own operations. */
interface Side {
  readonly store: Store
  readonly questions: readonly Question[]
}

interface Result {
  readonly kind: Question['kind']
  readonly name: string
  readonly smallUs: number
  readonly largeUs: number
  readonly ratio: number
}

async function measure(folder: string, seed: number, note: (text: string) => void): Promise<Report> {
  const small = await openSide(folder, SMALL, note)
  const large = await openSide(folder, LARGE, note)
  try {
    note('asking')
    return report(await compare(small, large, seed))
  } finally {
    await small.store.close()
    await large.store.close()
  }
}

async function openSide(folder: string, count: number, note: (text: string) => void): Promise<Side> {
  const store = await openStore(await storedFile(folder, count, note))
  // Evenly over all of them. The stride has no divisor in common with the period of the functions and states.
  const sampled = Math.min(count, SAMPLE)
  const stride = Math.max(1, count / sampled - 1)
  const sample = Array.from({ length: sampled }, (_, i) => operationAt(i * stride, count))
  return { store, questions: questionsOf(sample) }
}

async function compare(small: Side, large: Side, seed: number): Promise<readonly Result[]> {
  const random = seededRandom(seed)
  const times = small.questions.map(() => ({ small: [] as number[], large: [] as number[] }))
  const order = small.questions.map((_, i) => i)
  const rows = { small: 0, large: 0 }
  for (let turn = 0; turn < WARM_UP + REPETITIONS; turn++) {
    for (const i of shuffled(order, random)) {
      for (const side of shuffled(['small', 'large'] as const, random)) {
        const { store, questions } = side === 'small' ? small : large
        const startedAt = performance.now()
        rows[side] = await (questions[i] as Question).ask(store, turn)
        const us = (performance.now() - startedAt) * 1000
        if (turn >= WARM_UP) times[i]?.[side].push(us)
      }
      // Only answers of the same length compare.
      if (rows.small !== rows.large) throw new Error(`${small.questions[i]?.name}: ${rows.small} rows against ${rows.large}`)
    }
  }
  return small.questions.map(({ kind, name }, i) => {
    const smallUs = median(times[i]?.small ?? [])
    const largeUs = median(times[i]?.large ?? [])
    return { kind, name, smallUs, largeUs, ratio: largeUs / smallUs }
  })
}

function report(results: readonly Result[]): Report {
  const worstFirst = [...results].sort((a, b) => b.ratio - a.ratio)
  const kinds = [...new Set(results.map(({ kind }) => kind))]
  const shown = kinds.flatMap((kind) => worstFirst.filter((result) => result.kind === kind).slice(0, kind === 'list' ? 5 : 3))
  const rows = shown.map((one) => [one.kind, one.name, figure(one.smallUs), figure(one.largeUs), figure(one.ratio)])
  return {
    parameters: { small: SMALL, large: LARGE, questions: results.length, repetitions: REPETITIONS },
    table: [['worst of each kind', '', `µs at ${figure(SMALL)}`, `µs at ${figure(LARGE)}`, 'apart'], ...rows],
    targets: kinds.map((kind) => {
      const worst = worstFirst.find((result) => result.kind === kind) as Result
      return { name: `${kind}, worst of all: ${worst.name}`, value: worst.ratio, atMost: TARGET }
    }),
  }
}
