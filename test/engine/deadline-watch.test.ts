import { expect, test } from 'vitest'
import type { Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

test('a deadline that passes between two looks at the clock is kept all the same', async () => {
  const clock = new FakeClock()
  const at = clock.now() + 100
  const inner = createMemoryStore({ random: seededRandom(7) })
  const overdue: Store['overdue'] = async (...asked) => {
    const found = await inner.overdue(...asked)
    // Time does not stand still while the engine looks.
    if (clock.now() === at) clock.jump(1)
    return found
  }
  const store = new Proxy(inner, {
    get(target, name) {
      const member = (name === 'overdue' ? overdue : Reflect.get(target, name, target)) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  const { recovery } = await testEngine({ store, clock })
  const work = recovery.define('work', () => new Promise(() => undefined))
  const first = await work.start(null, { deadline: 100 })
  const second = await work.start(null, { deadline: 101 })
  await clock.advance(1000)

  expect([await first.operation(), await second.operation()]).toMatchObject([{ state: 'exhausted' }, { state: 'exhausted' }])
})
