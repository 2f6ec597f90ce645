import { expect, test } from 'vitest'
import { type Context, createRecovery } from '../../src/index.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { Account, balanceIn, deposit, newDatabase, prepare } from '../support/accounts.ts'
import { Crashable, type CrashPoint } from '../support/crashing-store.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { stepsOf } from '../support/store-reads.ts'

async function work(_input: unknown, ctx: Context): Promise<unknown> {
  const first = await ctx.transaction('first', deposit)
  const step = await ctx.step('between', () => first)
  return [first, step, await ctx.transaction('second', deposit)]
}

/** Lives until it crashes, or until all is done. Answers how many commits it made. */
async function live(crashable: Crashable, clock: FakeClock, point: CrashPoint | null): Promise<number> {
  const { store, life } = crashable.connect(point)
  const told = (async () => {
    const recovery = await createRecovery({ store, clock, random: seededRandom(3), open: false })
    recovery.define('work', work, { initialDelay: 0, jitter: 0 })
    await recovery.open()
    await recovery.start('work', null, { id: 'op' })
    await recovery.ending('op')
  })()
  let done = false
  const finished = told.finally(() => {
    done = true
  })
  while (!done && !life.crashed) await clock.advance(10)
  if (!life.crashed) await finished
  life.crash()
  return life.commits
}

async function tell(point: CrashPoint | null): Promise<number> {
  const file = await newDatabase()
  const inner = await openSqliteStore({ file, random: seededRandom(7), entities: [Account], prepare })
  const crashable = new Crashable(inner)
  const clock = new FakeClock()
  const commits = await live(crashable, clock, point)
  const transactions = (await stepsOf(inner, 'op')).filter(({ kind }) => kind === 'transaction')
  expect(balanceIn(file), `after a crash at ${JSON.stringify(point)}`).toBe(transactions.length)
  await live(crashable, clock, null)

  expect(await inner.operation('op')).toMatchObject({ state: 'success', result: [1, 1, 2] })
  expect(balanceIn(file)).toBe(2)
  await inner.close()
  return commits
}

test('after a crash at any commit the data and the steps agree, and each transaction has its effect once', async () => {
  const total = await tell(null)
  expect(total).toBe(6)
  for (let commit = 1; commit <= total; commit++) {
    for (const when of ['before', 'after'] as const) await tell({ commit, when })
  }
})
