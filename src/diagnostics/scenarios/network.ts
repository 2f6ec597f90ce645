import { attemptsOf, recoveredAfter } from '../evidence.ts'
import { expect } from '../expect.ts'
import type { Fault } from '../fault-server.ts'
import { fetchText } from '../fetch-text.ts'
import type { Scenario } from '../scenario.ts'
import type { Trial } from '../trial.ts'

const ATTEMPT_MS = 500

async function fetchThrough(trial: Trial, faults: readonly Fault[], timeout?: number) {
  const server = await trial.server()
  const url = server.serve('/data', Buffer.from('the data'.repeat(100)), faults)
  const recovery = await trial.engine()
  const options = timeout === undefined ? {} : { timeout }
  const read = recovery.define('fetch_data', (from: string, { signal }) => fetchText(from, signal), options)
  const { id } = await read.start(url)
  const operation = await recoveredAfter(faults.length, recovery, id)
  expect(operation.result === 'the data'.repeat(100), 'What was fetched is not what was served')
  return attemptsOf(recovery, id)
}

export const NETWORK_TIMEOUT: Scenario = {
  id: 'network_timeout',
  name: 'Network Timeout',
  description: 'A server takes the connection and never answers; the attempt times out and is repeated.',
  category: 'network',
  kind: 'integration',
  durationSeconds: 30,
  timeoutSeconds: 30,
  expectedResult: 'The attempt ends timed out with the category timeout, and a later one succeeds.',
  async run(trial) {
    const faults: Fault[] = Array(trial.failures(2)).fill('stall')
    const attempts = (await fetchThrough(trial, faults, ATTEMPT_MS)).slice(0, faults.length)
    for (const { outcome, error } of attempts) {
      expect(outcome === 'timed_out', `An attempt without an answer ended ${outcome} instead of timed_out`)
      expect(error?.category === 'timeout', `A timeout was taken for the category ${error?.category}`)
    }
  },
}

export const CONNECTION_FAILURE: Scenario = {
  id: 'connection_failure',
  name: 'Connection Failure',
  description: 'A server resets the connection, breaks off in the middle of its answer, then answers 503.',
  category: 'network',
  kind: 'integration',
  durationSeconds: 45,
  timeoutSeconds: 45,
  expectedResult: 'Each failure is taken for one of the network or the service, and the next attempt succeeds.',
  async run(trial) {
    const faults = (['reset', 'truncate', 'unavailable'] as const).slice(0, trial.failures(3))
    const attempts = (await fetchThrough(trial, faults)).slice(0, faults.length)
    for (const [index, { error }] of attempts.entries()) {
      const wanted = faults[index] === 'unavailable' ? 'service' : 'network'
      expect(error?.category === wanted, `The fault "${faults[index]}" was taken for ${error?.category} instead of ${wanted}`)
    }
  },
}
