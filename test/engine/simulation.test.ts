import { expect, test } from 'vitest'
import { createRecovery, type Operation, type Recovery, RecoveryError } from '../../src/index.ts'
import type { Random } from '../../src/operation/clock.ts'
import { OPERATION_STATES } from '../../src/operation/state.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { activityAgrees } from '../support/activity.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { Crashable, type Life } from '../support/crashing-store.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

// Replay one with: SIMULATION_SEED=17 npx vitest run test/engine/simulation.test.ts
const SEEDS =
  process.env.SIMULATION_SEED === undefined ? Array.from({ length: 25 }, (_, n) => n + 1) : [Number(process.env.SIMULATION_SEED)]
const OPERATIONS = 25
const LIVES = 4
const TURNS = 40

test.each(SEEDS)(
  'many operations, failures, commands and crashes leave every row at peace with its history, seed %i',
  async (seed) => {
    const world = new Simulation(seed)
    for (let life = 1; life <= LIVES; life++) await world.live(life < LIVES)
    await world.check()
  },
)

class Simulation {
  readonly #random: Random
  readonly #clock = new FakeClock()
  readonly #crashable: Crashable
  readonly #ids: string[] = []
  /** Steps whose output was seen to be stored: they must never run again. */
  readonly #stored = new Map<string, number>()

  constructor(seed: number) {
    this.#random = seededRandom(seed)
    this.#crashable = new Crashable(createMemoryStore({ random: seededRandom(seed + 1000) }))
  }

  async live(crashes: boolean): Promise<void> {
    const { store, life } = this.#crashable.connect(null)
    const opening = createRecovery({ store, clock: this.#clock, random: this.#random, open: false, concurrency: 4 })
    const recovery = await opening
    this.#define(recovery, life, crashes)
    await recovery.open()
    const turns = crashes ? Math.floor(this.#random() * TURNS) : TURNS
    for (let turn = 0; turn < turns; turn++) {
      if (crashes) this.#command(recovery)
      await this.#clock.advance(Math.floor(this.#random() * 1500))
    }
    if (crashes) life.crash()
    else await this.#bringToAnEnd(recovery)
  }

  #define(recovery: Recovery, life: Life, wild: boolean): void {
    const circuitBreaker = { threshold: 3, timeout: '3s', halfOpen: { probes: 2 } } as const
    const options = {
      initialDelay: '1s',
      maxRetries: 3,
      timeout: '5s',
      deadline: '10m',
      maxInterruptions: 2,
      circuitBreaker,
    } as const
    recovery.define(
      'work',
      async (_input: null, ctx) => {
        for (const name of ['a', 'b']) {
          await ctx.step(name, () => this.#runStep(`${ctx.operationId}/${name}`))
          if (!life.crashed) this.#stored.set(`${ctx.operationId}/${name}`, 1)
        }
        ctx.progress({ fraction: this.#random() })
        if (!wild) return 'calm'
        await this.#sleep(Math.floor(this.#random() * 8000))
        if (this.#random() < 0.1) throw Object.assign(new Error('denied'), { code: 'EACCES' })
        if (this.#random() < 0.5) throw new Error('flaky')
        return 'done'
      },
      options,
    )
  }

  #runStep(key: string): number {
    expect(this.#stored.has(key), `the stored step ${key} ran again`).toBe(false)
    return 1
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.timer(ms, resolve))
  }

  /** One thing that a person does, right or wrong; refusals are answers too. */
  #command(recovery: Recovery): void {
    const id = this.#ids[Math.floor(this.#random() * this.#ids.length)] ?? 'nobody'
    const choice = Math.floor(this.#random() * 8)
    if (this.#random() < 0.1) this.#switchBreaker(recovery)
    const asked =
      choice <= 2 && this.#ids.length < OPERATIONS
        ? this.#start(recovery)
        : recovery[(['pause', 'resume', 'cancel', 'retry'] as const)[choice % 4] ?? 'pause'](id)
    asked.catch((error: unknown) => expect(error).toBeInstanceOf(RecoveryError))
  }

  #switchBreaker({ breakers }: Recovery): void {
    const trips = this.#random() < 0.5
    const asked = trips ? breakers.trip('work', { for: '4s' }) : breakers.reset('work')
    asked.catch((error: unknown) => expect(error).toBeInstanceOf(RecoveryError))
  }

  async #start(recovery: Recovery): Promise<Operation> {
    const id = `op-${this.#ids.length}`
    this.#ids.push(id)
    return (await recovery.start('work', null, { id, priority: Math.floor(this.#random() * 5) })).operation
  }

  async #bringToAnEnd(recovery: Recovery): Promise<void> {
    for (const id of this.#ids) {
      const state = (await recovery.operation(id))?.state
      if (state === 'paused') await recovery.resume(id)
    }
    await this.#clock.advance(900_000)
    const stopped = recovery.stop({ timeoutMs: 100 })
    await this.#clock.advance(1000)
    await stopped
  }

  async check(): Promise<void> {
    const store = this.#crashable.inner
    const rows = await store.operations(this.#ids)
    for (const { id, state } of rows) {
      expect(['success', 'failed', 'exhausted', 'cancelled']).toContain(state)
      await agreesWithItself(store, id)
    }
    await activityAgrees(store)
    const [counters] = await store.counters()
    const counted = OPERATION_STATES.map((state) => [state, rows.filter((row) => row.state === state).length])
    expect(counters?.rows ?? Object.fromEntries(counted)).toEqual(Object.fromEntries(counted))
    expect(counters?.blocked ?? 0).toBe(0)
    expect(counters?.created ?? 0).toBe(rows.length)
    expect(counters?.failed ?? 0).toBe(rows.filter((row) => row.state === 'failed' || row.state === 'exhausted').length)
    expect(counters?.exhausted ?? 0).toBe(rows.filter((row) => row.state === 'exhausted').length)
    expect(counters?.recovered ?? 0).toBe(rows.filter((row) => row.state === 'success' && row.failedAttempts > 0).length)
  }
}
