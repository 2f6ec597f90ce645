import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Bystander } from './bystander.ts'
import { startTarget, type Target } from './target.ts'
import { TOPICS } from './topics.ts'

// Everything hostile that a stranger, or somebody with a token, can send to a server on a public network: each is refused
// as documented, the process stays up, its memory stays bounded, and a well-behaved client beside it keeps its answers.

/** What the process may have gained after all of it: about half of it is garbage that may stay in its heap of 192 MiB. */
const MAX_GROWTH = 200 * 1024 * 1024

let target: Target
let bystander: Bystander
let memoryBefore = 0

beforeAll(async () => {
  target = await startTarget()
  bystander = new Bystander(target)
  await bystander.begin()
  memoryBefore = await target.memory()
})

afterAll(() => target.stop())

describe.each(TOPICS)('$topic', ({ cases, isSlow = false }) => {
  // Those that wait for a limit of time do so together.
  const each = isSlow ? test.concurrent.each(cases) : test.each(cases)

  each('$what is refused', async ({ attack, expected }) => {
    expect(await attack(target)).toEqual({ ...expected, message: expect.stringContaining(expected.message) })
  })

  test('meanwhile the well-behaved client had its answers', async () => {
    expect(await bystander.greet()).toEqual({
      told: ['PENDING', 'IN_PROGRESS', 'SUCCESS'],
      faults: [],
      patient: '{"state":"IN_PROGRESS","attempt":1}',
    })
    expect(target.process.child.exitCode).toBeNull()
  })
})

test('there are at least sixty cases, and no two of one name', () => {
  const names = TOPICS.flatMap(({ topic, cases }) => cases.map(({ what }) => `${topic}: ${what}`))
  expect(names.length).toBeGreaterThanOrEqual(60)
  expect(new Set(names).size).toBe(names.length)
})

test('the well-behaved client missed nothing, and its operation ends as it wishes', async () => {
  await bystander.end()
  expect(bystander.told).toEqual(await bystander.logged())
})

test('the memory of the process is bounded, and its log has no fault of the server', async () => {
  expect((await target.memory()) - memoryBefore).toBeLessThan(MAX_GROWTH)
  expect(target.process.stderr()).not.toContain('"level":50')
})
