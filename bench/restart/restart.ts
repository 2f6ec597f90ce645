import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Benchmark, Report, Target } from '../benchmark.ts'
import { figure } from '../print.ts'
import { openEmptyStore } from '../sqlite.ts'
import { median, shuffled } from '../statistics.ts'
import { withTempFolder } from '../temp-folder.ts'
import { writeWaitingFile } from './waiting-file.ts'

const OPERATIONS = 100_000
const ROUNDS = 5
const HOUR_MS = 3_600_000
const MAX_BEGIN_MS = 1000
const MAX_EXTRA_MIB = 64

/** What a child process saw of its own start. */
export interface Observed {
  /** From nothing to ready: the store opened, interrupted work taken up, the loop running. */
  readonly openMs: number
  /** From ready to the first line of the first function. */
  readonly beginMs: number
  readonly settledMiB: number
  /** The most that was ever resident. */
  readonly peakMiB: number
}

export const restart: Benchmark = {
  name: 'restart',
  summary: 'a start over 100,000 waiting operations, against a start over an empty store',
  run: (seed, note) => withTempFolder((folder) => measure(folder, seed, note)),
}

const STORES = ['empty', 'due from now on', 'all overdue'] as const
type StoreName = (typeof STORES)[number]

async function measure(folder: string, seed: number, note: (text: string) => void): Promise<Report> {
  const random = seededRandom(seed)
  const fileOf = (name: StoreName) => join(folder, `${name}.db`)
  note(`writing ${figure(OPERATIONS)} operations that are due from now on, and as many overdue ones`)
  const now = Date.now()
  await openEmptyStore(fileOf('empty'))
  await writeWaitingFile(fileOf('due from now on'), OPERATIONS, now, now + HOUR_MS)
  await writeWaitingFile(fileOf('all overdue'), OPERATIONS, now - HOUR_MS, now)
  const seen: Record<StoreName, Observed[]> = { empty: [], 'due from now on': [], 'all overdue': [] }
  for (let round = 1; round <= ROUNDS; round++) {
    note(`round ${round} of ${ROUNDS}`)
    for (const name of shuffled(STORES, random)) {
      // A copy: each start finds the same file.
      const file = join(folder, `${name}-${round}.db`)
      await copyFile(fileOf(name), file)
      seen[name].push(await startOver(file, name !== 'empty'))
    }
  }
  return report(seen)
}

async function startOver(file: string, hasWork: boolean): Promise<Observed> {
  const child = join(import.meta.dirname, 'child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child, file, hasWork ? 'work' : 'idle'])
  return JSON.parse(stdout)
}

function report(seen: Readonly<Record<StoreName, readonly Observed[]>>): Report {
  const middle = (name: StoreName, part: keyof Observed) => median(seen[name].map((one) => one[part]))
  const worst = (name: StoreName, part: keyof Observed) => Math.max(...seen[name].map((one) => one[part]))
  const rows = STORES.map((name) => [
    name,
    figure(middle(name, 'openMs'), 'ms'),
    name === 'empty' ? '' : figure(worst(name, 'beginMs'), 'ms'),
    figure(middle(name, 'settledMiB'), 'MiB'),
    figure(middle(name, 'peakMiB'), 'MiB'),
  ])
  const targets = STORES.slice(1).flatMap((name): Target[] => {
    const extra = middle(name, 'settledMiB') - middle('empty', 'settledMiB')
    return [
      { name: `${name}: ready to first attempt, slowest`, value: worst(name, 'beginMs'), atMost: MAX_BEGIN_MS, unit: 'ms' },
      { name: `${name}: resident memory above empty`, value: extra, atMost: MAX_EXTRA_MIB, unit: 'MiB' },
    ]
  })
  return {
    parameters: { operations: OPERATIONS, rounds: ROUNDS },
    table: [['store', 'open (median)', 'ready to first attempt (slowest)', 'resident (median)', 'peak (median)'], ...rows],
    targets,
  }
}
