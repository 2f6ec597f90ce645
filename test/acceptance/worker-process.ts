import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { BulkLife } from './bulk-worker.ts'
import type { Life } from './life.ts'
import type { WrappedLife } from './wrapped-life.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))
const WRAPPED_WORKER = fileURLToPath(new URL('wrapped-worker.ts', import.meta.url))
const BULK_WORKER = fileURLToPath(new URL('bulk-worker.ts', import.meta.url))
// Loading the modules is most of what a short life costs; compiled once, they load in half the time.
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))

/** Lives a life in a process of its own. Answers the signal that ended it, or null when its work was done. */
export function liveInProcess(life: Life): Promise<NodeJS.Signals | null> {
  return runProcess(WORKER, life)
}

/** As `liveInProcess`, for a call of a wrapped function. */
export function callInProcess(life: WrappedLife): Promise<NodeJS.Signals | null> {
  return runProcess(WRAPPED_WORKER, life)
}

/** As `liveInProcess`, for a bulk operation. */
export function bulkInProcess(life: BulkLife): Promise<NodeJS.Signals | null> {
  return runProcess(BULK_WORKER, life)
}

async function runProcess(worker: string, life: unknown): Promise<NodeJS.Signals | null> {
  const args = ['--disable-warning=ExperimentalWarning', worker, JSON.stringify(life)]
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The process failed (${signal ?? `exit code ${code}`}):\n${said}`)
  return signal
}
