import { attemptsOf, ended } from '../evidence.ts'
import { expect } from '../expect.ts'
import type { Scenario } from '../scenario.ts'
import { defineStagedWork, stagesOf } from '../staged-work.ts'
import type { Trial } from '../trial.ts'
import { runVictim } from '../victim.ts'

const ID = 'the_operation'

/** Kills a process after each of these stages in turn, then lets an engine here finish; proves that no stage ran twice. */
async function killAfter(trial: Trial, stages: readonly string[], kills: readonly string[]): Promise<void> {
  const ledger = trial.file('ledger')
  const file = trial.file('crash.db')
  for (const [index, stopAt] of kills.entries()) {
    const start = index === 0 ? [{ id: ID, input: { stages, ledger } }] : []
    await runVictim(trial, { file, start, stopAt }, 1)
  }
  const store = await trial.store('sqlite', 'crash.db')
  const recovery = await trial.engine({ store })
  defineStagedWork(recovery)
  const operation = await ended(recovery, ID)
  expect(operation.state === 'success', `After the crash it ended ${operation.state}: ${operation.error?.message}`)
  expect(operation.failedAttempts === 0, 'The crash was charged to the function')
  const interrupted = (await attemptsOf(recovery, ID)).filter(({ outcome }) => outcome === 'interrupted')
  expect(interrupted.length === kills.length, `${interrupted.length} attempts are marked interrupted instead of ${kills.length}`)
  const ran = stagesOf(ledger, ID)
  expect(ran.join() === stages.join(), `The stages ran as ${ran.join(', ')} instead of ${stages.join(', ')}`)
}

export const APP_CRASH_WORKFLOW_IMPORT: Scenario = {
  id: 'app_crash_workflow_import',
  name: 'Application Crash During Workflow Import',
  description: 'The process that imports a workflow is killed (SIGKILL) at 25 %, and its store is opened again.',
  category: 'application',
  kind: 'integration',
  durationSeconds: 90,
  timeoutSeconds: 90,
  expectedResult: 'The import goes on after its last finished step; no step runs twice.',
  run: (trial) => killAfter(trial, ['read', 'resolve', 'install', 'save'], ['read']),
}

export const PROJECT_LIFECYCLE_WITH_CRASHES: Scenario = {
  id: 'project_lifecycle_with_crashes',
  name: 'Project Lifecycle With Crashes',
  description: 'A project is created, imported, started and stopped while its process is killed twice on the way.',
  category: 'application',
  kind: 'end_to_end',
  durationSeconds: 120,
  timeoutSeconds: 120,
  expectedResult: 'The project goes through all of its stages, each exactly once.',
  run: (trial) => killAfter(trial, ['create', 'import', 'start', 'stop', 'delete'], ['create', 'start']),
}

const OPERATIONS = 20

export const DISASTER_RECOVERY_SCENARIO: Scenario = {
  id: 'disaster_recovery_scenario',
  name: 'Disaster Recovery',
  description: 'The process is killed while twenty operations are in all phases of their life, and its store is opened again.',
  category: 'application',
  kind: 'end_to_end',
  durationSeconds: 180,
  timeoutSeconds: 180,
  expectedResult: 'No operation is lost, what had ended stays ended, and everything else goes on to its end.',
  async run(trial) {
    const ledger = trial.file('ledger')
    // Every second one still runs when the process dies.
    const start = Array.from({ length: OPERATIONS }, (_, index) => ({
      id: `operation_${index}`,
      input: { stages: index % 2 === 0 ? ['first', 'last'] : ['first', 'held', 'last'], ledger },
    }))
    await runVictim(trial, { file: trial.file('crash.db'), start, stopAt: 'held' }, OPERATIONS)
    const recovery = await trial.engine({ store: await trial.store('sqlite', 'crash.db') })
    defineStagedWork(recovery)
    for (const { id, input } of start) {
      const { state, error } = await ended(recovery, id)
      expect(state === 'success', `"${id}" ended ${state}: ${error?.message}`)
      const ran = stagesOf(ledger, id)
      expect(ran.join() === input.stages.join(), `"${id}" ran its stages as ${ran.join(', ')}`)
    }
    const count = await recovery.count({})
    expect(count === OPERATIONS, `${count} operations are there instead of ${OPERATIONS}`)
  },
}
