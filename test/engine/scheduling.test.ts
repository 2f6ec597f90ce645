import { expect } from 'vitest'
import { LANE_SIZE } from '../../src/engine/lane.ts'
import type { Handle } from '../../src/index.ts'
import { gate, testOnEveryBase } from '../support/engine.ts'

testOnEveryBase('no more attempts run at once than the engine and the function allow', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ concurrency: 3 })
  const hold = gate()
  const running = { narrow: 0, wide: 0 }
  const hog = (name: 'narrow' | 'wide') => () => {
    running[name]++
    return hold.opened
  }
  const narrow = recovery.define('narrow', hog('narrow'), { concurrency: 1 })
  const wide = recovery.define('wide', hog('wide'))

  const all = [...Array.from({ length: 5 }, () => narrow.run(null)), ...Array.from({ length: 5 }, () => wide.run(null))]
  await clock.advance(0)
  expect(running).toEqual({ narrow: 1, wide: 2 })
  hold.open()
  await clock.advance(0)

  await Promise.all(all)
  expect(running).toEqual({ narrow: 5, wide: 5 })
})

testOnEveryBase('what has the higher priority runs first, and of equals what is due longer', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  const order: string[] = []
  const hold = gate()
  const work = recovery.define('work', async (name: string) => {
    order.push(name)
    await hold.opened
  })
  await work.start('first')
  await clock.advance(0)
  for (const [name, priority] of [
    ['low', -5],
    ['a', 0],
    ['b', 0],
    ['high', 50],
  ] as const) {
    await work.start(name, { priority })
    await clock.advance(1)
  }
  hold.open()
  await clock.advance(0)

  expect(order).toEqual(['first', 'high', 'a', 'b', 'low'])
})

testOnEveryBase('more due operations than fit in memory all run, best first', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ concurrency: 10, open: false })
  const order: number[] = []
  const work = recovery.define('work', async (n: number) => void order.push(n))
  const many = LANE_SIZE + 500
  const handles: Handle<void>[] = []
  for (let n = 0; n < many; n++) handles.push(await work.start(n, { priority: n % 2 === 0 ? 0 : 1 }))

  await recovery.open()
  await clock.advance(0)
  await Promise.all(handles.map((handle) => handle.result()))

  expect(order).toHaveLength(many)
  expect(new Set(order).size).toBe(many)
  expect(order.slice(0, 10).every((n) => n % 2 === 1)).toBe(true)
})

testOnEveryBase('an operation does not begin before its runAt', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async () => 'ran')
  const handle = await work.start(null, { runAt: new Date(clock.now() + 5000) })

  await clock.advance(4999)
  expect(await handle.operation()).toMatchObject({ state: 'pending', attempt: 0 })
  await clock.advance(1)

  await expect(handle.result()).resolves.toBe('ran')
})

testOnEveryBase('after the machine slept, what became due meanwhile runs within a second', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async () => 'ran')
  const handle = await work.start(null, { runAt: new Date(clock.now() + 3_600_000) })
  await clock.advance(500)
  clock.jump(3_600_000)
  await clock.advance(1000)

  await expect(handle.result()).resolves.toBe('ran')
})

testOnEveryBase('the deadline counts from runAt, and ends one that waits without taking a slot', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  const hold = gate()
  const hog = recovery.define('hog', () => hold.opened)
  const work = recovery.define('work', async () => 'ran')
  await hog.start(null)
  const handle = await work.start(null, { runAt: new Date(clock.now() + 1000), deadline: '2s' })

  await clock.advance(2999)
  expect(await handle.operation()).toMatchObject({ state: 'pending' })
  await clock.advance(1)

  expect(await handle.operation()).toMatchObject({ state: 'exhausted', attempt: 0, error: { code: 'DEADLINE_EXCEEDED' } })
  hold.open()
})
