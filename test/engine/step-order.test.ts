import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Context, createRecovery, StepOrderError } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate, testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

type Version = (ctx: Context) => Promise<unknown>

const AT_ONCE = { initialDelay: 0, jitter: 0 } as const

/** One step after another; the last one fails in the first attempt. */
function inSequence(...names: readonly string[]): Version {
  return async (ctx) => {
    for (const name of names) await ctx.step(name, () => failFirst(ctx, name === names.at(-1)))
  }
}

function failFirst(ctx: Context, fails: boolean): null {
  if (fails && ctx.attempt === 1) throw new Error('down')
  return null
}

/** Runs the first attempt with the one version of a function, and the next with the other. */
async function upgraded(before: Version, after: Version, options: { stepOrder?: 'free' } = {}) {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', (_input: null, ctx) => (ctx.attempt === 1 ? before : after)(ctx), {
    ...AT_ONCE,
    ...options,
  })
  const handle = await work.start(null)
  await clock.advance(1000)
  return { operation: await handle.operation(), handle, recovery, clock }
}

test.each<[string, Version, Version, string, string]>([
  ['renamed', inSequence('a', 'b', 'c'), inSequence('a', 'b2', 'c'), 'step "b"', 'step "b2"'],
  ['put before a stored one', inSequence('a', 'b', 'c'), inSequence('a', 'new', 'b', 'c'), 'step "b"', 'step "new"'],
  ['taken out before a new one', inSequence('a', 'b', 'c'), inSequence('a', 'd'), 'step "b"', 'step "d"'],
  ['exchanged, both stored', inSequence('a', 'b', 'c'), inSequence('b', 'a', 'c'), 'step "a"', 'step "b"'],
  ['exchanged, one of them not stored', inSequence('a', 'b'), inSequence('new', 'a'), 'step "a"', 'step "new"'],
  [
    'made a sleep',
    inSequence('a', 'b'),
    async (ctx) => {
      await ctx.sleep('a', 0)
    },
    'step "a"',
    'sleep "a"',
  ],
])('a step that was %s between two versions ends the operation and is named', async (_how, before, after, expected, found) => {
  const { operation, recovery } = await upgraded(before, after)

  expect(operation).toMatchObject({
    state: 'failed',
    failedAttempts: 2,
    error: { name: 'StepOrderError', code: 'STEP_ORDER_CHANGED', category: 'system', retryable: false },
  })
  expect(operation.error?.message).toContain(`expected ${expected}, found ${found}`)
  expect(operation.error?.remedy).toContain('retry it with force')
  expect((await recovery.steps(operation.id)).every(({ attempt }) => attempt === 1)).toBe(true)
})

test.each<[string, Version, Version]>([
  ['new steps after the stored ones', inSequence('a', 'b'), inSequence('a', 'b', 'c', 'd')],
  ['the stored ones alone', inSequence('a', 'b'), inSequence('a')],
  [
    'a new parallel step between stored parallel ones',
    async (ctx) => {
      await Promise.all(['a', 'b'].map((name) => ctx.step(name, () => null)))
      throw new Error('down')
    },
    async (ctx) => Promise.all(['a', 'new', 'b'].map((name) => ctx.step(name, () => null))),
  ],
  [
    'another way after a caught failure that is none any more',
    async (ctx) => {
      await ctx.step('first', () => failFirst(ctx, true)).catch(() => ctx.step('instead', () => null))
      throw new Error('down')
    },
    async (ctx) => {
      await ctx.step('first', () => null)
      await ctx.step('then', () => null)
    },
  ],
  [
    'what its own state says is left to do',
    async (ctx) => {
      await ctx.step('page 1', () => null)
      await ctx.state.set(2)
      throw new Error('down')
    },
    async (ctx) => ctx.step(`page ${ctx.state.get()}`, () => null),
  ],
  [
    'branches that are answered in another order than they were first run',
    async (ctx) => {
      const slow = gate()
      const first = (async () => {
        await ctx.step('a1', () => slow.opened.then(() => null))
        throw new Error('down')
      })()
      await ctx.step('b1', () => null)
      await ctx.step('b2', () => null)
      await ctx.step('b3', () => null)
      slow.open()
      await first
    },
    async (ctx) => {
      const branch = ctx.step('a1', () => null).then(() => ctx.step('a2', () => null))
      for (const name of ['b1', 'b2', 'b3', 'b4']) await ctx.step(name, () => null)
      await branch
    },
  ],
])('a later version may do %s', async (_what, before, after) => {
  const { operation } = await upgraded(before, after)

  expect(operation).toMatchObject({ state: 'success', error: null })
})

test('a function that catches the fault ends with it all the same, and runs no further step', async () => {
  const ran: string[] = []
  const { operation } = await upgraded(inSequence('a', 'b'), async (ctx) => {
    await ctx.step('new', () => ran.push('new')).catch(() => undefined)
    await ctx.step('newer', () => ran.push('newer')).catch(() => undefined)
    return 'swallowed'
  })

  expect(operation).toMatchObject({ state: 'failed', error: { code: 'STEP_ORDER_CHANGED' } })
  expect(ran).toEqual([])
})

test('a function of free order may leave stored steps out and put new ones before them', async () => {
  const { operation } = await upgraded(inSequence('a', 'b'), inSequence('new', 'a'), { stepOrder: 'free' })

  expect(operation).toMatchObject({ state: 'success' })
})

test('an operation that failed by its order goes on when the earlier version is back and it is forced', async () => {
  const { recovery, clock } = await testEngine()
  const versions = [inSequence('a', 'b'), inSequence('a2', 'b'), inSequence('a', 'b', 'c')]
  const work = recovery.define('work', async (_input: null, ctx) => versions.shift()?.(ctx), AT_ONCE)
  const handle = await work.start(null)
  await clock.advance(1000)
  expect(await handle.operation()).toMatchObject({ state: 'failed' })

  await handle.retry({ force: true, maxAttempts: 2 })
  await clock.advance(1000)

  expect(await handle.operation()).toMatchObject({ state: 'success' })
})

test('steps that an older version stored without a place are never held against a function', async () => {
  const { recovery, clock, store } = await withStore()
  const work = recovery.define('work', (_input: null, ctx) => inSequence('new')(ctx), AT_ONCE)
  const handle = await work.start(null)
  store.stepsOf = async ([id = '']) => {
    const old = { id: 'stp_0', operationId: id, kind: 'step', name: 'a', output: 1, startedAt: 0, finishedAt: 0 } as const
    return new Map([[id, [{ ...old, attempt: 1, undoneAt: null, position: null, unfinished: [] }]]])
  }
  await clock.advance(1000)

  expect(await handle.operation()).toMatchObject({ state: 'success' })
})

test('an order that is neither checked nor free is refused', async () => {
  const { recovery } = await testEngine()

  expect(() => recovery.define('work', () => 1, { stepOrder: 'loose' as 'free' })).toThrow('stepOrder is "loose"')
})

test('the fault is thrown as a StepOrderError that names both steps', async () => {
  const caught: unknown[] = []
  await upgraded(inSequence('a', 'b'), async (ctx) => ctx.step('new', () => null).catch((error) => caught.push(error)))

  expect(caught[0]).toBeInstanceOf(StepOrderError)
  expect(caught[0]).toMatchObject({ expected: 'step "a"', found: 'step "new"' })
})

/** A function made of steps: one by one, side by side, or each a step. */
type Shape = string | { readonly seq: readonly Shape[] } | { readonly par: readonly Shape[] }

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant('step'),
    fc.record({ seq: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ par: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

test('no unchanged function is ever accused, however its branches interleave and wherever its attempts fail', async () => {
  await fc.assert(
    fc.asyncProperty(shape, fc.integer({ min: 0, max: 1000 }), async (program, seed) => {
      const { recovery, clock } = await withStore()
      const random = seededRandom(seed)
      const work = recovery.define('work', (_input: null, ctx) => perform(program, 's', ctx, clock, random), {
        ...AT_ONCE,
        maxRetries: 1000,
        circuitBreaker: false,
      })
      const handle = await work.start(null)
      for (let turn = 0; turn < 400 && (await handle.operation()).finishedAt === null; turn++) await clock.advance(5)
      expect(await handle.operation()).toMatchObject({ state: 'success' })
      await recovery.stop()
    }),
    { numRuns: 40, seed: 3 },
  )
})

async function perform(program: Shape, name: string, ctx: Context, clock: FakeClock, random: () => number): Promise<void> {
  if (typeof program === 'string') {
    await ctx.step(name, async () => {
      await new Promise<void>((resolve) => clock.timer(Math.floor(random() * 4), resolve))
      if (random() < 0.2) throw new Error('down')
      return null
    })
  } else if ('seq' in program) {
    for (const [index, part] of program.seq.entries()) await perform(part, `${name}.${index}`, ctx, clock, random)
  } else {
    await Promise.all(program.par.map((part, index) => perform(part, `${name}.${index}`, ctx, clock, random)))
  }
}

async function withStore() {
  const clock = new FakeClock()
  const store = createMemoryStore({ random: seededRandom(5) })
  const recovery = await createRecovery({ store, clock, random: seededRandom(1) })
  return { recovery, clock, store }
}
