import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { OperationState } from '../../src/index.ts'
import type { AttemptOutcome } from '../../src/operation/attempt.ts'
import type { EventType } from '../../src/operation/event.ts'
import { content, sha256 } from '../support/content.ts'
import { startFaultyServer } from '../support/faulty-server.ts'
import type { When } from './kill-switch.ts'
import { beginStory, type Story } from './story.ts'
import { STEPS } from './work.ts'

const INTERRUPTED: readonly EventType[] = ['attempt_started', 'attempt_interrupted']
const UNDISTURBED: readonly EventType[] = ['created', 'attempt_started', 'succeeded']

// The state that the dead process leaves (null: nothing), whether its attempt was begun, and how often the charge is made.
test.each<[When, string, OperationState | null, 'begun' | 'not begun', number]>([
  ['before', 'commit created', null, 'not begun', 1],
  ['inside', 'commit created', null, 'not begun', 1],
  ['after', 'commit created', 'pending', 'not begun', 1],
  ['before', 'commit attempt_started', 'pending', 'not begun', 1],
  ['inside', 'commit attempt_started', 'pending', 'not begun', 1],
  ['after', 'commit attempt_started', 'in_progress', 'begun', 1],
  ['before', 'effect charge', 'in_progress', 'begun', 1],
  ['after', 'effect charge', 'in_progress', 'begun', 2],
  ['before', 'commit succeeded', 'in_progress', 'begun', 2],
  ['inside', 'commit succeeded', 'in_progress', 'begun', 2],
  ['after', 'commit succeeded', 'success', 'not begun', 1],
])('killed %s: %s, the next process does what is left', async (when, at, state, attempt, charges) => {
  const story = await beginStory('charge')
  await story.dieAt({ at, when })
  const left = await story.look()
  expect(left.operation?.state ?? null).toBe(state)

  const { operation, outcomes, events } = await story.finish()

  const interruptions = attempt === 'begun' ? 1 : 0
  expect(operation).toMatchObject({
    state: 'success',
    result: charges,
    attempt: 1,
    totalAttempts: 1,
    failedAttempts: 0,
    interruptions,
  })
  expect(story.effects('charge')).toBe(charges)
  expect(outcomes).toEqual(attempt === 'begun' ? ['interrupted', 'success'] : ['success'])
  expect(events).toEqual(attempt === 'begun' ? ['created', ...INTERRUPTED, 'attempt_started', 'succeeded'] : UNDISTURBED)
  // What was durable at the death is there unchanged, and first.
  expect(events.slice(0, left.events.length)).toEqual(left.events)
})

test.each<[When, readonly AttemptOutcome[]]>([
  ['before', ['interrupted', 'failed', 'success']],
  ['inside', ['interrupted', 'failed', 'success']],
  ['after', ['failed', 'success']],
])('killed %s the commit of a failure, exactly the failures that were stored are charged', async (when, expected) => {
  const story = await beginStory('fail once')
  await story.dieAt({ at: 'commit attempt_failed', when })

  const { operation, outcomes } = await story.finish()

  expect(outcomes).toEqual(expected)
  expect(operation).toMatchObject({ state: 'success', attempt: 2, totalAttempts: 2, failedAttempts: 1 })
  expect(story.effects('call')).toBe(expected.length)
})

test.each<[When, string, number]>([
  ['before', 'effect b', 1],
  ['after', 'effect b', 2],
  ['before', 'commit step b', 2],
  ['inside', 'commit step b', 2],
  ['after', 'commit step b', 1],
])('killed %s: %s, no step that is stored runs again', async (when, at, runsOfB) => {
  const story = await beginStory('steps')
  await story.dieAt({ at, when })
  const left = await story.look()
  expect(left.steps.map(({ name }) => name)).toEqual(runsOfB === 1 && when === 'after' ? ['a', 'b'] : ['a'])

  const { operation, steps, outcomes } = await story.finish()

  expect(STEPS.map((name) => story.effects(name))).toEqual([1, runsOfB, 1])
  expect(steps.map(({ output }) => output)).toEqual([1, runsOfB, 1])
  expect(steps.slice(0, left.steps.length)).toEqual(left.steps)
  expect(operation).toMatchObject({ state: 'success', result: [1, runsOfB, 1], attempt: 1 })
  expect(outcomes).toEqual(['interrupted', 'success'])
})

test.each<When>(['before', 'inside', 'after'])('killed again %s the interruption is stored, it is stored once', async (when) => {
  const story = await beginStory('charge')
  await story.dieAt({ at: 'effect charge', when: 'after' })
  await story.dieAt({ at: 'commit attempt_interrupted', when })

  const { operation, events } = await story.finish()

  expect(operation).toMatchObject({ state: 'success', attempt: 1, interruptions: 1 })
  expect(events).toEqual(['created', ...INTERRUPTED, 'attempt_started', 'succeeded'])
  expect(story.effects('charge')).toBe(2)
})

test('an operation that kills each process that runs it comes to an end, and no process after it dies', async () => {
  const story = await beginStory('charge')
  for (let death = 1; death <= 3; death++) await story.dieAt({ at: 'effect charge', when: 'after' })

  const { operation, outcomes, events } = await story.finish()

  expect(operation).toMatchObject({ state: 'exhausted', attempt: 0, interruptions: 3, error: { category: 'interrupted' } })
  expect(outcomes).toEqual(['interrupted', 'interrupted', 'interrupted'])
  expect(events).toEqual(['created', ...INTERRUPTED, ...INTERRUPTED, ...INTERRUPTED])
  expect(story.effects('charge')).toBe(3)
})

test.each<When>(['before', 'inside', 'after'])(
  'killed %s the rename, the download ends with the right file and fetches nothing again',
  async (when) => {
    const file = content(300_017, 'a download')
    const server = await startFaultyServer()
    onTestFinished(() => server.close())
    const story = await beginStory('download', { url: server.serve('/file.bin', { content: file }), destination: 'file.bin' })
    await story.dieAt({ at: 'rename', when })
    if (when === 'before') expect(await filesOf(story)).toEqual([expect.stringMatching(/\.partial$/)])
    if (when === 'after') expect(await filesOf(story)).toEqual(['file.bin'])

    const { operation, outcomes } = await story.finish()

    expect(await readFile(join(story.world.downloads, 'file.bin'))).toEqual(file)
    expect(await filesOf(story)).toEqual(['file.bin'])
    expect(server.requests).toHaveLength(1)
    expect(operation).toMatchObject({
      state: 'success',
      attempt: 1,
      result: { bytes: file.length, sha256: sha256(file), resumedFrom: file.length },
    })
    expect(outcomes).toEqual(['interrupted', 'success'])
  },
)

function filesOf({ world }: Story): Promise<string[]> {
  return readdir(world.downloads, { recursive: true })
}
