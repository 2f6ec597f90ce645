import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Persistence, type Recovery, recoverable } from '../../src/index.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { KillPoint } from './kill-switch.ts'
import { callInProcess } from './worker-process.ts'
import { countCalls, NAME, OPTIONS, operationsIn, raise, SLEEP_MS, type WrappedLife } from './wrapped-life.ts'

/** A call in a process that dies there; then another process, this one, that has not registered the function yet. */
async function killedAt(killAt: KillPoint, persistence: Persistence, work: WrappedLife['work'] = 'fails') {
  const folder = await tempFolder()
  const life: WrappedLife = { database: join(folder, 'recovery.db'), calls: join(folder, 'calls.txt'), persistence, work, killAt }
  expect(await callInProcess(life), `no death at ${JSON.stringify(killAt)}`).toBe('SIGKILL')
  const next = await raise({ ...life, killAt: null })
  onTestFinished(() => next.recovery.stop())
  return { ...next, calls: () => countCalls(life.calls) }
}

/** Registers the function again, as a wrapped one or as a method of an instance, and waits for what was left. */
async function goOn(recovery: Recovery, work: (project: string) => Promise<string>, how: 'wrapped' | 'decorated') {
  class Installer {
    @recoverable(OPTIONS)
    async install(project: string): Promise<string> {
      return work(project)
    }
  }
  if (how === 'wrapped') recovery.recoverable(work, OPTIONS)
  else recovery.register(new Installer())
  const [left] = await operationsIn(recovery)
  await recovery.open()
  return recovery.handle(left?.id ?? '').result()
}

test.each<[KillPoint, string]>([
  [{ at: 'call', when: 'after' }, 'in its first attempt'],
  [{ at: 'commit attempt_started', when: 'before' }, 'before its failure is handed to the store'],
  [{ at: 'commit attempt_started', when: 'inside' }, 'while it is being made durable'],
])('on-failure: killed at %j (%s), nothing is stored', async (point) => {
  const { recovery } = await killedAt(point, 'on-failure')

  expect(await operationsIn(recovery)).toEqual([])
  expect(await recovery.count({})).toBe(0)
})

test.each<[KillPoint, 'wrapped' | 'decorated', string, number]>([
  [{ at: 'commit attempt_started', when: 'after' }, 'wrapped', 'in_progress', 1],
  [{ at: 'commit attempt_failed', when: 'inside' }, 'wrapped', 'in_progress', 1],
  [{ at: 'commit attempt_failed', when: 'after' }, 'wrapped', 'recovering', 0],
  [{ at: 'commit attempt_failed', when: 'after' }, 'decorated', 'recovering', 0],
])(
  'on-failure: killed at %j after its first failure, it goes on once it is %s again',
  async (point, how, state, interruptions) => {
    const { recovery, work, calls } = await killedAt(point, 'on-failure')
    expect(await operationsIn(recovery)).toMatchObject([{ functionName: NAME, state, input: ['demo'] }])

    await expect(goOn(recovery, work, how)).resolves.toBe('demo installed')

    expect(await operationsIn(recovery)).toMatchObject([{ state: 'success', interruptions }])
    expect(calls()).toBe(2)
  },
)

test.each(['wrapped', 'decorated'] as const)(
  'always: killed in its first attempt, it goes on once it is %s again',
  async (how) => {
    const { recovery, work } = await killedAt({ at: 'call', when: 'after' }, 'always')
    expect(await operationsIn(recovery)).toMatchObject([{ functionName: NAME, state: 'in_progress', input: ['demo'] }])

    await expect(goOn(recovery, work, how)).resolves.toBe('demo installed')
  },
)

test.each<[KillPoint, number]>([
  [{ at: 'commit step pause', when: 'after' }, 1],
  [{ at: 'commit sleeping', when: 'inside' }, 1],
  [{ at: 'commit sleeping', when: 'after' }, 0],
])('killed at %j, a call that a step made durable sleeps its sleep once, to its end', async (point, interruptions) => {
  const { recovery, work } = await killedAt(point, 'on-failure', 'sleeps')
  const [left] = await operationsIn(recovery)
  const begun = (await recovery.steps(left?.id ?? '')).find(({ name }) => name === 'pause')

  await expect(goOn(recovery, work, 'wrapped')).resolves.toBe('demo installed')

  const steps = await recovery.steps(left?.id ?? '')
  const [before, pause, after] = ['before', 'pause', 'after'].map((wanted) => steps.find(({ name }) => name === wanted))
  expect([before?.output, after?.output]).toEqual(['demo', 'demo'])
  expect(pause).toEqual(begun)
  expect((pause?.finishedAt ?? 0) - (pause?.startedAt ?? 0)).toBe(SLEEP_MS)
  expect(after?.startedAt ?? 0).toBeGreaterThanOrEqual(pause?.finishedAt ?? 0)
  expect(await operationsIn(recovery)).toMatchObject([{ state: 'success', failedAttempts: 0, interruptions }])
})
