import { expect, test } from 'vitest'
import { balanceIn } from '../support/accounts.ts'
import type { KillPoint } from './kill-switch.ts'
import { beginStory } from './story.ts'

// Where the process dies, and what it leaves: neither data nor step, or both.
test.each<[KillPoint, number]>([
  [{ at: 'commit step deposit', when: 'before' }, 0],
  [{ at: 'commit step deposit', when: 'inside' }, 0],
  [{ at: 'commit step', when: 'after' }, 1],
  [{ at: 'effect a', when: 'before' }, 1],
])('killed at %j, a transaction has left %i of both data and step, and has its effect once', async (point, written) => {
  const story = await beginStory('transaction')
  await story.dieAt(point)
  const left = await story.look()
  expect(left.steps.filter(({ kind }) => kind === 'transaction')).toHaveLength(written)
  expect(balanceIn(story.database)).toBe(written)

  const { operation } = await story.finish()

  expect(operation).toMatchObject({ state: 'success', result: [1, 1], interruptions: 1 })
  expect(balanceIn(story.database)).toBe(1)
})
