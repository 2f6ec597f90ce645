import Database from 'better-sqlite3'
import type { Work } from '../engine/context.ts'
import type { Recovery } from '../engine/recovery.ts'
import type { Fault } from './fault-server.ts'
import { fetchText } from './fetch-text.ts'
import type { Trial } from './trial.ts'

/** One operation of a series: how often it is to meet the fault before the fault is gone. */
interface Case {
  readonly number: number
  readonly failures: number
}

/** Many operations that meet one kind of fault, one after another and several at once. */
export interface FaultSeries {
  /** For ever: callers name it. */
  readonly id: string
  readonly description: string
  /** The function of the series, with its fault laid ready. */
  readonly prepare: (trial: Trial, recovery: Recovery) => Promise<{ run(one: Case): Promise<unknown> }>
}

const ATTEMPT_MS = 200

function networkSeries(
  id: string,
  description: string,
  faults: readonly [Fault, ...Fault[]],
  timeout: number | null,
): FaultSeries {
  return {
    id,
    description,
    async prepare(trial, recovery) {
      const server = await trial.server()
      const options = timeout === null ? {} : { timeout }
      const read = recovery.define(id, (url: string, { signal }) => fetchText(url, signal), options)
      return {
        run: ({ number, failures }) => {
          const met = Array.from({ length: failures }, (_, index) => faults[(number + index) % faults.length] ?? faults[0])
          return read.run(server.serve(`/${number}`, Buffer.from('ok'), met))
        },
      }
    },
  }
}

/** Another connection holds the lock of the file while the first attempts write to it: SQLITE_BUSY, as SQLite says it. */
function lockedFile(trial: Trial, recovery: Recovery) {
  const file = trial.file('shared.db')
  const holder = new Database(file)
  holder.exec('create table notes (number integer)')
  const writer = new Database(file, { timeout: 0 })
  trial.defer(() => {
    writer.close()
    holder.close()
  })
  const work: Work<Case, null> = ({ number, failures }, { attempt }) => {
    const locked = attempt <= failures
    if (locked) holder.exec('begin exclusive')
    try {
      writer.prepare('insert into notes (number) values (?)').run(number)
      return null
    } finally {
      if (locked) holder.exec('rollback')
    }
  }
  return recovery.define('resource_failures', work)
}

export const FAULT_SERIES: readonly FaultSeries[] = [
  networkSeries(
    'network_failures',
    'A local server resets connections, breaks off in the middle of its answers and answers 503.',
    ['reset', 'truncate', 'unavailable'],
    null,
  ),
  networkSeries('timeout_failures', 'A local server takes requests and never answers them.', ['stall'], ATTEMPT_MS),
  {
    id: 'resource_failures',
    description: 'A database file is locked by another connection.',
    prepare: async (trial, recovery) => {
      const work = lockedFile(trial, recovery)
      return { run: ({ number, failures }) => work.run({ number, failures }) }
    },
  },
]
