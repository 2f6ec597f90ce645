import Database from 'better-sqlite3'
import type { Transaction } from '../../src/operation/dispatcher.ts'

/** What a cluster's engine knows of an operation that has work before it; while it runs, the instant is kept. */
export interface Job {
  readonly operationId: string
  readonly functionName: string
  readonly priority: number
  readonly dueAt: number
}

/** The jobs of a cluster's engine, kept where the operations are. They outlive every engine. */
export interface JobTable {
  get(tx: Transaction | null, operationId: string): Promise<Job | null>
  put(tx: Transaction | null, job: Job): Promise<void>
  delete(tx: Transaction | null, operationId: string): Promise<void>
  /** Answers the way back, for a place that has no transactions of its own. */
  savepoint(): () => void
  /** As of the last commit: highest priority first, then the longest due. */
  all(): readonly Job[]
}

function runsBefore(a: Job, b: Job): number {
  return b.priority - a.priority || a.dueAt - b.dueAt || (a.operationId < b.operationId ? -1 : 1)
}

/** Beside a store without statements: nothing can fail once its commit has called the dispatcher. */
export function memoryJobs(): JobTable {
  let jobs = new Map<string, Job>()
  return {
    get: async (_tx, id) => jobs.get(id) ?? null,
    put: async (_tx, job) => void jobs.set(job.operationId, job),
    delete: async (_tx, id) => void jobs.delete(id),
    savepoint: () => {
      const before = new Map(jobs)
      return () => {
        jobs = before
      }
    },
    all: () => [...jobs.values()].sort(runsBefore),
  }
}

const COLUMNS = 'operation_id as operationId, function_name as functionName, priority, due_at as dueAt'

/** In a table of the store's own database, written in the store's transactions only. `close` lets go of the file. */
export function sqliteJobs(file: string): JobTable & { readonly close: () => void } {
  const database = new Database(file)
  database.exec(
    'create table if not exists fake_jobs (operation_id text primary key, function_name text, priority integer, due_at integer)',
  )
  const all = database.prepare<[], Job>(`select ${COLUMNS} from fake_jobs`)
  return {
    get: async (tx, id) => {
      const rows = await joined(tx).execute(`select ${COLUMNS} from fake_jobs where operation_id = ?`, [id])
      return (rows[0] as Job | undefined) ?? null
    },
    put: async (tx, { operationId, functionName, priority, dueAt }) => {
      const values = [operationId, functionName, priority, dueAt]
      await joined(tx).execute('insert or replace into fake_jobs values (?, ?, ?, ?)', values)
    },
    delete: async (tx, id) => void (await joined(tx).execute('delete from fake_jobs where operation_id = ?', [id])),
    // The store rolls its transaction back.
    savepoint: () => () => undefined,
    all: () => all.all().sort(runsBefore),
    close: () => void database.close(),
  }
}

function joined(tx: Transaction | null): Transaction {
  if (tx === null) throw new Error('The commit gave no transaction to join')
  return tx
}
