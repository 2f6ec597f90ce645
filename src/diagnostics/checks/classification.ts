import { readFile } from 'node:fs/promises'
import { ended } from '../evidence.ts'
import { expect } from '../expect.ts'
import { fetchText } from '../fetch-text.ts'
import { FullDisk } from '../full-disk.ts'
import { Trial } from '../trial.ts'
import type { Check } from './check.ts'

interface Provoked {
  readonly what: string
  readonly category: string
  readonly retryable: boolean
  readonly provoke: () => Promise<unknown>
}

async function provoked(trial: Trial): Promise<readonly Provoked[]> {
  const server = await trial.server()
  const reset = server.serve('/reset', Buffer.from(''), ['reset'])
  const unavailable = server.serve('/unavailable', Buffer.from(''), ['unavailable'])
  const stalled = server.serve('/stalled', Buffer.from(''), ['stall'])
  const gone = await trial.server()
  const refused = gone.serve('/', Buffer.from(''))
  await gone.close()
  const disk = new FullDisk(trial.file('saved'))
  const get = (url: string) => () => fetchText(url, trial.signal)
  const yes = { retryable: true }
  const no = { retryable: false }
  return [
    { what: 'a refused connection', category: 'network', ...yes, provoke: get(refused) },
    { what: 'a reset connection', category: 'network', ...yes, provoke: get(reset) },
    { what: 'status 503', category: 'service', ...yes, provoke: get(unavailable) },
    { what: 'a timeout', category: 'timeout', ...yes, provoke: () => fetchText(stalled, AbortSignal.timeout(20)) },
    { what: 'status 404', category: 'validation', ...no, provoke: get(new URL('/nothing', unavailable).href) },
    { what: 'a missing file', category: 'validation', ...no, provoke: () => readFile(trial.file('missing')) },
    { what: 'a full disk', category: 'resource', ...no, provoke: () => disk.write('too much') },
  ]
}

/** Errors that are really provoked are taken for what they are, and retried only when a retry can mend them. */
export const CLASSIFICATION: Check = {
  name: 'classification',
  run: (grounds) =>
    Trial.run(grounds, async (trial) => {
      const recovery = await trial.engine()
      const cases = await provoked(trial)
      const fail = recovery.define('fail', (index: number) => cases[index]?.provoke(), { maxRetries: 0 })
      for (const [index, { what, category, retryable }] of cases.entries()) {
        const { id } = await fail.start(index)
        const { state, error } = await ended(recovery, id)
        expect(error !== null, `There was no error where ${what} was provoked`)
        expect(error.category === category, `${what} was taken for the category ${error.category} instead of ${category}`)
        const wanted = retryable ? 'exhausted' : 'failed'
        expect(state === wanted, `${what} ended ${state} instead of ${wanted}: it counts as ${retryable ? 'not ' : ''}retryable`)
      }
      return `${cases.length} provoked errors were taken for what they are`
    }),
}
