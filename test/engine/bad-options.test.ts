import { expect, test } from 'vitest'
import { createRecovery, custom, decorrelated, exponential, fixed, InvalidInputError, learned, linear } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'
import { seededRandom } from '../support/seeded-random.ts'

/** Options as a program without types would give them. */
type Odd = Record<string, unknown> | null | readonly unknown[]

test.each<[Odd, string, string]>([
  [{ maxRetrys: 1 }, 'maxRetrys', 'did you mean maxRetries?'],
  [{ circuitBreaker: { treshold: 1 } }, 'circuitBreaker.treshold', 'did you mean circuitBreaker.threshold?'],
  [{ circuitBreaker: [] }, 'circuitBreaker', 'must be an object'],
  [{ circuitBreaker: { halfOpen: null } }, 'circuitBreaker.halfOpen', 'must be an object'],
  [{ circuitBreaker: { halfOpen: [] } }, 'circuitBreaker.halfOpen', 'must be an object'],
  [{ circuitBreaker: { halfOpen: { probe: 1 } } }, 'circuitBreaker.halfOpen.probe', 'halfOpen.probes?'],
  [{ budget: { tokns: 1 } }, 'budget.tokns', 'did you mean budget.tokens?'],
  [{ budget: [] }, 'budget', 'must be an object'],
  [null, 'options', 'must be an object'],
])('a function with the options %j is refused', async (options, field, words) => {
  const { recovery } = await testEngine()
  const { recoverable } = testRecoverable()
  const refused = expect.objectContaining({ code: 'INVALID_INPUT', field, message: expect.stringContaining(words) })

  expect(thrownBy(() => recovery.define('work', () => 1, options as never))).toEqual(refused)
  if (options !== null) expect(thrownBy(() => recoverable(async () => 1, options as never))).toEqual(refused)
})

test.each<[Odd, string]>([
  [{ storee: 'memory:' }, 'storee'],
  [{ defaults: { maxRetrys: 1 } }, 'defaults.maxRetrys'],
  [{ defaults: { shouldRetry: () => true } }, 'defaults.shouldRetry'],
  [{ retention: { operation: '1d' } }, 'retention.operation'],
  [{ retention: null }, 'retention'],
  [{ synchronous: 'none' }, 'synchronous'],
  [{ enabled: 'no' }, 'enabled'],
  [{ encryption: 'too short' }, 'encryption'],
  [{ encryption: null }, 'encryption'],
  [{ encryption: [] }, 'encryption'],
  [{ encryption: `a:${'A'.repeat(43)}`, store: createMemoryStore({ random: seededRandom(1) }) }, 'encryption'],
  [{ redact: null }, 'redact'],
  [{ redact: { name: ['iban'] } }, 'redact.name'],
  [{ redact: { names: ['*'] } }, 'redact.names'],
  [null, 'options'],
])('createRecovery refuses %j', async (options, field) => {
  const all = options === null ? null : { store: 'memory:', ...options }
  await expect(createRecovery(all as never)).rejects.toMatchObject({ code: 'INVALID_INPUT', field })
})

test.each([{ enabled: 'no' }, { enabled: null }])('a wrapped function is not made with %j', (options) => {
  const { recoverable } = testRecoverable()
  expect(() => recoverable(async () => 1, options as never)).toThrow('use true, false or a function')
})

test.each<[string, () => unknown, string]>([
  ['exponential(null)', () => exponential(null as never), 'options'],
  ['exponential({ inital })', () => exponential({ inital: '1s' } as never), 'inital'],
  ['fixed([])', () => fixed([] as never), 'options'],
  ['linear(null)', () => linear(null as never), 'options'],
  ['linear({ increments })', () => linear({ increments: 1 } as never), 'increments'],
  ['decorrelated({ min })', () => decorrelated({ min: 1 } as never), 'min'],
  ['learned(7)', () => learned(7 as never), 'options'],
  ['custom(…, null)', () => custom('mine', () => 1, null as never), 'options'],
  ['custom(…, { maximum })', () => custom('mine', () => 1, { maximum: 1 } as never), 'maximum'],
])('the strategy %s is refused', (_what, make, field) => {
  expect(thrownBy(make)).toMatchObject({ code: 'INVALID_INPUT', field })
})

test('start options that nobody knows are refused, also with run', async () => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', () => 1)

  await expect(work.start(null, { idempotencykey: 'k' } as never)).rejects.toThrow('did you mean idempotencyKey?')
  await expect(work.run(null, { prioritiy: 1 } as never)).rejects.toThrow('did you mean priority?')
  expect(await recovery.count({})).toBe(0)
})

test('a durable function takes all options of a wrapped one', async () => {
  const { recovery } = await testEngine()
  const options = { name: 'work', persistence: 'always', enabled: true, signal: () => undefined, fallback: 7 } as const
  const work = recovery.recoverable(async (): Promise<number> => Promise.reject(new Error('no')), { ...options, maxRetries: 0 })

  await expect(work()).resolves.toBe(7)
})

test('input whose reading throws is refused, with what it threw', async () => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', () => 1)
  const cause = new Error('no entry')
  const getter = {
    get secret(): never {
      throw cause
    },
  }
  const proxy = new Proxy({}, { ownKeys: () => getter.secret })

  for (const input of [getter, proxy, [getter]]) {
    const error = await work.start(input).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(InvalidInputError)
    expect(error).toMatchObject({ field: 'input', cause })
  }
})

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
