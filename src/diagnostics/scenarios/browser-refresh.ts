import type { Recovery } from '../../engine/recovery.ts'
import { expect } from '../expect.ts'
import type { Scenario } from '../scenario.ts'
import { defineStagedWork } from '../staged-work.ts'

const STAGES = ['download', 'extract', 'install', 'configure', 'start', 'check']

/** The events after a cursor, up to and with the first for which `last` is true. */
async function eventsUntil(
  recovery: Recovery,
  operationId: string,
  after: string,
  last: (type: string) => boolean,
): Promise<{ readonly positions: readonly number[]; readonly cursor: string }> {
  const positions: number[] = []
  for await (const update of recovery.watch({ operationId, after, progress: false })) {
    if (update.kind !== 'state') continue
    positions.push(update.event.position)
    if (last(update.event.type)) return { positions, cursor: update.cursor }
  }
  return { positions, cursor: after }
}

export const BROWSER_REFRESH_INSTALLATION: Scenario = {
  id: 'browser_refresh_installation',
  name: 'Browser Refresh During Installation',
  description: 'Whoever watches an installation goes away in the middle of it and comes back after it has ended.',
  category: 'application',
  kind: 'integration',
  durationSeconds: 180,
  timeoutSeconds: 180,
  expectedResult: 'The installation goes on meanwhile, and its watcher is told everything that was missed, once.',
  async run(trial) {
    const recovery = await trial.engine()
    const refreshed = Promise.withResolvers<void>()
    const install = defineStagedWork(recovery, async (stage) => {
      if (stage === 'extract') await refreshed.promise
    })
    const before = recovery.eventCursor()
    const handle = await install.start({ stages: STAGES, ledger: trial.file('ledger') })
    const first = await eventsUntil(recovery, handle.id, before, (type) => type === 'attempt_started')
    refreshed.resolve()
    expect((await handle.result()) === STAGES.length, 'The installation stopped when nobody watched it')

    const second = await eventsUntil(recovery, handle.id, first.cursor, (type) => type === 'succeeded')
    const told = [...first.positions, ...second.positions]
    const happened = (await recovery.events(handle.id, { limit: 100 })).items.map(({ position }) => position)
    expect(told.join() === happened.join(), `The watcher was told of events ${told.join()} instead of ${happened.join()}`)
  },
}
