import { type } from 'arktype'
import * as v from 'valibot'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { RecoverableFunction, StandardSchema } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

const ZOD = z.object({ items: z.array(z.object({ sku: z.number() })) })
const VALIBOT = v.object({ items: v.array(v.object({ sku: v.number() })) })
const ARKTYPE = type({ items: type({ sku: 'number' }).array() })

const LIBRARIES: readonly (readonly [string, StandardSchema, string])[] = [
  ['zod', ZOD, 'input.items[2].sku: Invalid input: expected number'],
  ['valibot', VALIBOT, 'input.items[2].sku: Invalid type: Expected number'],
  ['arktype', ARKTYPE, 'input.items[2].sku: items[2].sku must be a number'],
]

test.each(LIBRARIES)(
  '%s refuses input at the start, before anything is stored, and names the path',
  async (_library, input, message) => {
    const { recovery } = await testEngine()
    const work = recovery.define('work', async (order: unknown) => order, { input })

    const refused = await work.start({ items: [{ sku: 1 }, { sku: 2 }, { sku: 'three' }] }).catch((error) => error)

    expect(refused).toMatchObject({ name: 'InvalidInputError', code: 'INVALID_INPUT', field: 'input' })
    expect(refused.message).toContain(message)
    expect(await recovery.count({})).toBe(0)
    await expect(work.run({ items: [{ sku: 1 }] })).resolves.toEqual({ items: [{ sku: 1 }] })
  },
)

test('what a schema makes of the input is what is stored and what the function is given', async () => {
  const { recovery } = await testEngine()
  const input = z.object({ size: z.string().transform(Number), color: z.string().default('red') })
  const work = recovery.define('work', async (order) => order, { input })

  const handle = await work.start({ size: '7' })

  await expect(handle.result()).resolves.toEqual({ size: 7, color: 'red' })
  expect(await handle.operation()).toMatchObject({ input: { size: 7, color: 'red' } })
})

test('the function and its callers take their types from the schema', async () => {
  const { recovery } = await testEngine()
  const input = z.object({ size: z.string().transform(Number) })
  const work = recovery.define('work', async (order) => order.size * 2, { input })

  expectTypeOf(work).toEqualTypeOf<RecoverableFunction<{ size: string }, number>>()
  await expect(work.run({ size: '4' })).resolves.toBe(8)
})

test('the same start again answers the first operation, by what its input has become', async () => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', async (order) => order, { input: z.object({ n: z.coerce.number() }) })

  const first = await work.start({ n: '1' }, { idempotencyKey: 'key' })
  const second = await work.start({ n: 1 }, { idempotencyKey: 'key' })

  expect(second.id).toBe(first.id)
})

test('a schema may check asynchronously', async () => {
  const { recovery } = await testEngine()
  const input = v.pipeAsync(
    v.string(),
    v.checkAsync(async (name) => name === 'ada', 'nobody of this name'),
  )
  const work = recovery.define('work', async (name) => name, { input })

  await expect(work.run('eve')).rejects.toThrow('input: nobody of this name')
  await expect(work.run('ada')).resolves.toBe('ada')
})

/** A schema whose check is written by hand. */
function schemaOf(validate: (value: unknown) => unknown): StandardSchema {
  return { '~standard': { version: 1, vendor: 'test', validate: validate as StandardSchema['~standard']['validate'] } }
}

test.each<[string, StandardSchema, string]>([
  [
    'throws',
    schemaOf(() => {
      throw new Error('no such table')
    }),
    'The schema could not check the input: no such table',
  ],
  ['rejects', schemaOf(() => Promise.reject('down')), 'The schema could not check the input: down'],
  ['answers nonsense', schemaOf(() => ({ ok: true })), 'it answered neither a value nor issues'],
  ['answers nothing', schemaOf(() => null), 'The schema could not check the input'],
  ['makes a date of it', schemaOf(() => ({ value: { at: new Date(0) } })), 'input.at is a Date, not a plain object'],
  [
    'has odd paths',
    schemaOf(() => ({ issues: [{ message: 'bad', path: ['a b', { key: 0 }, Symbol('s')] }] })),
    'input["a b"][0]["Symbol(s)"]: bad',
  ],
  [
    'has many issues',
    schemaOf(() => ({ issues: Array.from({ length: 7 }, (_, n) => ({ message: `bad ${n}` })) })),
    'input: bad 4; and 2 more',
  ],
])('a schema that %s refuses the input and breaks nothing', async (_how, input, message) => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', () => 1, { input })

  await expect(work.start(1)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(message) })
  expect(await recovery.count({})).toBe(0)
})

test.each<[string, object, unknown]>([
  ['zod', { input: ZOD }, 'https://json-schema.org/draft/2020-12/schema'],
  ['arktype', { input: ARKTYPE }, 'https://json-schema.org/draft/2020-12/schema'],
  ['a library that speaks of none', { input: VALIBOT }, undefined],
  [
    'a schema that has none',
    {
      input: ZOD.transform(() => new Date())
        .pipe(z.date())
        .and(z.date()),
    },
    undefined,
  ],
  ['one given by hand', { input: VALIBOT, inputJsonSchema: { $schema: 'mine', type: 'object' } }, 'mine'],
  ['an older library', { input: Object.assign(schemaOf(Boolean), { toJSONSchema: () => ({ $schema: 'older' }) }) }, 'older'],
  [
    'another older library',
    { input: Object.assign(schemaOf(Boolean), { toJsonSchema: () => ({ $schema: 'oldest' }) }) },
    'oldest',
  ],
  [
    'nobody when it is promised only',
    { input: Object.assign(schemaOf(Boolean), { toJsonSchema: () => Promise.reject(new Error('too late')) }) },
    undefined,
  ],
  ['no schema', {}, undefined],
])('the JSON Schema of the input comes from %s', async (_from, options, dialect) => {
  const { recovery } = await testEngine()
  recovery.define('work', () => 1, options)

  const [info] = await recovery.functions()

  expect(info?.inputSchema?.$schema).toBe(dialect)
})

test.each<[string, object, string]>([
  ['no schema', { input: { type: 'object' } }, 'input must be a schema that speaks Standard Schema'],
  ['nothing', { input: null }, 'input must be a schema that speaks Standard Schema'],
  ['a JSON Schema that is no object', { inputJsonSchema: 'object' }, 'inputJsonSchema must be a JSON object'],
])('a function is not defined with %s for its input', async (_what, options, message) => {
  const { recovery } = await testEngine()

  expect(() => recovery.define('work', () => 1, options)).toThrow(message)
})
