import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ExpectationError } from './expect.ts'
import type { StagedInput } from './staged-work.ts'
import type { Trial } from './trial.ts'

// A `.ts` file in a clone, a `.js` file in a package: as this one is.
const PROGRAM = fileURLToPath(new URL(`./victim-process${extname(import.meta.url)}`, import.meta.url))
const MOST_STDERR = 2000

/** What a process is to do until it is killed. */
export interface VictimPlan {
  /** The SQLite file it works on. */
  readonly file: string
  readonly start: readonly { readonly id: string; readonly input: StagedInput }[]
  /** The stage after which it works no further. */
  readonly stopAt: string
}

/** Lets a process of its own work until it has told of `events` events, then kills it without warning (SIGKILL). */
export async function runVictim(trial: Trial, plan: VictimPlan, events: number): Promise<void> {
  const flags = ['--disable-warning=ExperimentalWarning', PROGRAM, JSON.stringify(plan)]
  const child = spawn(process.execPath, flags, { env: { PATH: process.env.PATH } })
  const closed = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  trial.defer(kill)
  await tellsOf(child, events)
  await kill()
}

async function tellsOf(child: ChildProcessWithoutNullStreams, events: number): Promise<void> {
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-MOST_STDERR)
  })
  let seen = 0
  // Whoever is killed closes its pipes, and the loop ends.
  for await (const _line of createInterface({ input: child.stdout })) {
    seen++
    if (seen === events) return
  }
  throw new ExpectationError(`The process ended by itself after ${seen} of ${events} events: ${stderr.trim()}`)
}
