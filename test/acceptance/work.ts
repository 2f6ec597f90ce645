import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { registerDownload } from '../../src/functions/download.ts'
import type { Context, Recovery } from '../../src/index.ts'
import type { Clock } from '../../src/operation/clock.ts'
import { deposit } from '../support/accounts.ts'
import type { KillSwitch } from './kill-switch.ts'

/** Everything outside the database that a life may change. It outlives every process. */
export interface World {
  /** Lists the effects, a line each. */
  readonly effects: string
  readonly downloads: string
}

export const STEPS = ['a', 'b', 'c'] as const
export const SLEEP_MS = 150

/** How often an effect was had. */
export function countEffects(world: World, name: string): number {
  if (!existsSync(world.effects)) return 0
  return readFileSync(world.effects, 'utf8')
    .split('\n')
    .filter((line) => line === name).length
}

/** Defines the functions that the processes of the tests run. */
export function defineWork(recovery: Recovery, world: World, kill: KillSwitch, clock: Clock): void {
  /** Durable like a letter that was posted. Answers how often it was done by now. */
  const effect = (ctx: Context, name: string) => {
    const line = `${ctx.operationId} ${name}`
    kill.reach(`effect ${name}`, 'before')
    const file = openSync(world.effects, 'a')
    writeSync(file, `${line}\n`)
    fsyncSync(file)
    closeSync(file)
    kill.reach(`effect ${name}`, 'after')
    return countEffects(world, line)
  }
  recovery.define('charge', async (_input: unknown, ctx) => effect(ctx, 'charge'))
  const failOnce = async (_input: unknown, ctx: Context) => {
    effect(ctx, 'call')
    if (ctx.attempt === 1) throw new Error('the first attempt always fails')
    return 'done'
  }
  // Many of them fail in a row, and no test has the minutes that a breaker would wait.
  recovery.define('fail once', failOnce, { circuitBreaker: false })
  recovery.define('steps', async (_input: unknown, ctx) => {
    const outputs: number[] = []
    for (const name of STEPS) outputs.push(await ctx.step(name, () => effect(ctx, name)))
    return outputs
  })
  recovery.define('transaction', async (_input: unknown, ctx) => {
    const balance = await ctx.transaction('deposit', deposit)
    return [balance, await ctx.step('a', () => effect(ctx, 'a'))]
  })
  recovery.define('sleep', async (_input: unknown, ctx) => {
    await ctx.step('a', () => effect(ctx, 'a'))
    await ctx.sleep('pause', SLEEP_MS)
    await ctx.step('b', () => effect(ctx, 'b'))
  })
  registerDownload(recovery, { directory: world.downloads, allowPrivate: true, clock })
}
