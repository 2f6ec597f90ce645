import { expect } from 'vitest'
import type { CircuitBreakerOptions, Context, Operation, Recovery } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { aborted } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { stepsOf } from '../support/store-reads.ts'

/** What survives every crash because it lies outside the process: the effects that the function had on the world. */
export interface World {
  readonly calls: string[]
  readonly steps: string[]
}

/** A story that is told again after each crash until it is done. Telling it twice leads to the same end. */
export interface Scenario {
  readonly name: string
  readonly work: (ctx: Context, world: World) => Promise<unknown>
  readonly maxRetries: number
  /** Whether steps run beside each other, so that a crash can lose the end of one while it writes another. */
  readonly parallel?: boolean
  readonly circuitBreaker?: CircuitBreakerOptions
  readonly drive: (recovery: Recovery, clock: FakeClock) => Promise<void>
  /** Whether the operation as stored is the end of the story. */
  readonly ended: (operation: Operation) => boolean
  /** What must be true at the end, wherever and however often it crashed. */
  readonly check: (operation: Operation, world: World, store: Store) => Promise<void>
}

export const ID = 'the-operation'

async function startOnly(recovery: Recovery, clock: FakeClock): Promise<void> {
  await recovery.start('work', { n: 1 }, { id: ID })
  await clock.advance(60_000)
}

async function stateOf(recovery: Recovery): Promise<Operation['state'] | undefined> {
  return (await recovery.operation(ID))?.state
}

const success: Scenario = {
  name: 'success',
  maxRetries: 3,
  work: async (ctx, world) => {
    world.calls.push(`call ${ctx.attempt}`)
    return 'result'
  },
  drive: startOnly,
  ended: (operation) => operation.state === 'success',
  check: async (operation, world) => {
    expect(operation).toMatchObject({ state: 'success', result: 'result', attempt: 1, failedAttempts: 0, error: null })
    expect(world.calls.length).toBeGreaterThanOrEqual(1)
  },
}

const retries: Scenario = {
  name: 'retries',
  maxRetries: 3,
  work: async (ctx, world) => {
    world.calls.push(`call ${ctx.attempt}`)
    if (ctx.attempt < 3) throw new Error(`no ${ctx.attempt}`)
    return 'late'
  },
  drive: startOnly,
  ended: (operation) => operation.state === 'success',
  check: async (operation) => {
    expect(operation).toMatchObject({ state: 'success', attempt: 3, failedAttempts: 2, totalAttempts: 3, result: 'late' })
  },
}

const blocked: Scenario = {
  ...retries,
  name: 'blocked by a circuit breaker',
  // Opens before the last attempt, which is its probe.
  circuitBreaker: { threshold: 2, timeout: '20s' },
  check: async (operation, world, store) => {
    await retries.check(operation, world, store)
    expect(await store.blocked('work', 9)).toEqual([])
    expect(await store.counters()).toMatchObject([{ blocked: 0 }])
  },
}

const exhausted: Scenario = {
  name: 'exhausted',
  maxRetries: 2,
  work: async (ctx, world) => {
    world.calls.push(`call ${ctx.attempt}`)
    throw new Error('never')
  },
  drive: startOnly,
  ended: (operation) => operation.state === 'exhausted',
  check: async (operation, world) => {
    expect(operation).toMatchObject({ state: 'exhausted', attempt: 3, failedAttempts: 3, error: { message: 'never' } })
    expect(world.calls.length).toBeGreaterThanOrEqual(3)
  },
}

const pauseAndResume: Scenario = {
  name: 'pause and resume',
  maxRetries: 3,
  work: async (ctx, world) => {
    world.calls.push(`call ${ctx.attempt}`)
    if (ctx.state.get() === 'seen') return 'resumed'
    await ctx.state.set('seen')
    await aborted(ctx.signal)
    throw ctx.signal.reason
  },
  drive: async (recovery, clock) => {
    await recovery.start('work', { n: 1 }, { id: ID })
    await clock.advance(0)
    const state = await stateOf(recovery)
    if (state === 'pending' || state === 'in_progress' || state === 'recovering') await recovery.pause(ID).catch(ignoreRace)
    if ((await stateOf(recovery)) === 'paused') await recovery.resume(ID)
    await clock.advance(60_000)
  },
  ended: (operation) => operation.state === 'success',
  check: async (operation) => {
    expect(operation).toMatchObject({ state: 'success', result: 'resumed', attempt: 1, failedAttempts: 0, checkpoint: 'seen' })
  },
}

const cancel: Scenario = {
  name: 'cancel',
  maxRetries: 3,
  work: async (ctx, world) => {
    world.calls.push(`call ${ctx.attempt}`)
    await aborted(ctx.signal)
    throw ctx.signal.reason
  },
  drive: async (recovery, clock) => {
    await recovery.start('work', { n: 1 }, { id: ID })
    await clock.advance(0)
    await recovery.cancel(ID, { reason: 'enough' })
    await clock.advance(60_000)
  },
  ended: (operation) => operation.state === 'cancelled',
  check: async (operation) => {
    expect(operation).toMatchObject({ state: 'cancelled', attempt: 0, failedAttempts: 0 })
  },
}

const steps: Scenario = {
  name: 'steps',
  maxRetries: 3,
  work: async (ctx, world) => {
    world.calls.push(`call ${ctx.attempt}`)
    const values: string[] = []
    for (const name of ['a', 'b', 'c']) {
      values.push(
        await ctx.step(name, () => {
          world.steps.push(name)
          return `${name}${world.steps.filter((ran) => ran === name).length}`
        }),
      )
    }
    return values
  },
  drive: startOnly,
  ended: (operation) => operation.state === 'success',
  check: async (operation, _world, store) => {
    const stored = await stepsOf(store, ID)
    expect(stored.map((step) => step.name)).toEqual(['a', 'b', 'c'])
    // Whatever ran twice because its commit was lost, the operation has one output of each step: the stored one.
    expect(operation).toMatchObject({ state: 'success', result: stored.map((step) => step.output) })
  },
}

const sleep: Scenario = {
  name: 'sleep',
  parallel: true,
  maxRetries: 3,
  work: async (ctx, world) => {
    const before = await ctx.step('before', () => world.steps.push('before'))
    await Promise.all([ctx.sleep('pause', '10s'), ctx.step('beside', () => world.steps.push('beside'))])
    const after = await ctx.step('after', () => world.steps.push('after'))
    return before < after
  },
  drive: startOnly,
  ended: (operation) => operation.state === 'success',
  check: async (operation, _world, store) => {
    const stored = await stepsOf(store, ID)
    expect(stored.map((step) => step.name).sort()).toEqual(['after', 'before', 'beside', 'pause'])
    const [pause, after] = ['pause', 'after'].map((name) => stored.find((step) => step.name === name))
    // It sleeps once and for its whole length, wherever it was interrupted.
    expect((pause?.finishedAt ?? 0) - (pause?.startedAt ?? 0)).toBe(10_000)
    expect(after?.startedAt ?? 0).toBeGreaterThanOrEqual(pause?.finishedAt ?? 0)
    expect(operation).toMatchObject({ state: 'success', result: true, attempt: 1, totalAttempts: 1, failedAttempts: 0 })
  },
}

const otherInput: Scenario = {
  name: 'retry with another input',
  maxRetries: 0,
  work: async (ctx, world) => {
    const { n } = ctx.input as { readonly n: number }
    world.calls.push(`call ${n}`)
    const output = await ctx.step('a', () => {
      world.steps.push(`a ${n}`)
      return n
    })
    if (n === 1) throw new Error('Not with this input')
    return output
  },
  drive: async (recovery, clock) => {
    if ((await stateOf(recovery)) === undefined) await recovery.start('work', { n: 1 }, { id: ID })
    await clock.advance(10_000)
    if ((await stateOf(recovery)) === 'exhausted') await recovery.retry(ID, { input: { n: 2 } })
    await clock.advance(60_000)
  },
  ended: (operation) => operation.state === 'success',
  check: async (operation, _world, store) => {
    expect(operation).toMatchObject({ state: 'success', input: { n: 2 }, result: 2, round: 2, failedAttempts: 1 })
    // The step of the input before was not taken for this one's, wherever it crashed.
    expect(await stepsOf(store, ID)).toMatchObject([{ name: 'a', output: 2 }])
  },
}

async function ignoreRace(error: { code?: string }): Promise<void> {
  if (error.code !== 'INVALID_TRANSITION') throw error
}

export const SCENARIOS: readonly Scenario[] = [
  success,
  retries,
  blocked,
  exhausted,
  pauseAndResume,
  cancel,
  otherInput,
  steps,
  sleep,
]
