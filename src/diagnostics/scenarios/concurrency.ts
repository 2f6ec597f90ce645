import { ended, recoveredAfter } from '../evidence.ts'
import { expect } from '../expect.ts'
import { fetchText } from '../fetch-text.ts'
import type { Scenario } from '../scenario.ts'
import { downloadingEngine, modelBytes, sha256Of } from './model-download.ts'

export const CONCURRENT_RECOVERIES: Scenario = {
  id: 'concurrent_recoveries',
  name: 'Concurrent Recoveries',
  description: 'A download, an import and an installation fail at the same time, each in a way of its own.',
  category: 'concurrency',
  kind: 'integration',
  durationSeconds: 300,
  timeoutSeconds: 300,
  expectedResult: 'All three recover, and none disturbs another.',
  async run(trial) {
    const server = await trial.server()
    const model = modelBytes()
    const { recovery, download } = await downloadingEngine(trial)
    const load = recovery.define('import_workflow', (url: string, { signal }) => fetchText(url, signal))
    const install = recovery.define('install_project', async (_: null, { attempt }) => {
      if (attempt === 1) throw new Error('The package index is not there yet')
      return 'installed'
    })
    const [one, two, three] = await Promise.all([
      download.start({
        url: server.serve('/model.bin', model, ['truncate']),
        destination: 'model.bin',
        sha256: sha256Of(model),
      }),
      load.start(server.serve('/workflow.json', Buffer.from('{}'), ['reset'])),
      install.start(null),
    ])
    const results = await Promise.all([one, two, three].map(({ id }) => recoveredAfter(1, recovery, id)))
    expect(results[1]?.result === '{}' && results[2]?.result === 'installed', 'An operation answered the result of another')
  },
}

const USERS = 50

export const CONCURRENT_USER_OPERATIONS: Scenario = {
  id: 'concurrent_user_operations',
  name: 'Concurrent User Operations',
  description: 'Fifty operations at once, half of which fail at first; one is paused and resumed, one is cancelled.',
  category: 'concurrency',
  kind: 'end_to_end',
  durationSeconds: 60,
  timeoutSeconds: 60,
  expectedResult: 'Each ends with its own result, the cancelled one cancelled, and the counters tell exactly that.',
  async run(trial) {
    const recovery = await trial.engine()
    const work = recovery.define('user_operation', async (user: number, { attempt }) => {
      if (user % 2 === 1 && attempt === 1) throw new Error('Busy; come back')
      return user
    })
    const held = recovery.define('held_operation', (_: null, { signal }) => {
      return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    })
    const paused = await work.start(USERS, { runAt: new Date(trial.grounds.clock.now() + 3_600_000) })
    await paused.pause()
    const cancelled = await held.start(null)
    const users = await Promise.all(Array.from({ length: USERS }, (_, user) => work.start(user)))
    await cancelled.cancel()
    for (const [user, { id }] of users.entries()) {
      const operation = user % 2 === 1 ? await recoveredAfter(1, recovery, id) : await ended(recovery, id)
      expect(operation.result === user, `The operation of user ${user} answered ${JSON.stringify(operation.result)}`)
    }
    const stopped = await ended(recovery, cancelled.id)
    expect(stopped.state === 'cancelled', `The cancelled operation ended ${stopped.state}`)
    const { state } = await paused.operation()
    expect(state === 'paused', `The paused operation is ${state}`)
    await paused.resume()
    await paused.cancel()
    const { totalOperations, recoveredOperations, failedOperations } = await recovery.performance()
    const counted = `${totalOperations}, ${recoveredOperations}, ${failedOperations}`
    expect(counted === `${USERS + 2}, ${USERS / 2}, 0`, `The counters of operations, recovered and failed are ${counted}`)
  },
}
