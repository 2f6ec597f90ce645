import { getIntrospectionQuery, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { checkLimits, DEFAULT_LIMITS, limitsChecker } from '../../schema/limits.ts'
import * as bulk from '../../src/client/documents/bulk.ts'
import * as circuitBreakers from '../../src/client/documents/circuit-breakers.ts'
import * as controls from '../../src/client/documents/controls.ts'
import * as operations from '../../src/client/documents/operations.ts'
import * as updates from '../../src/client/documents/updates.ts'
import { schema } from './harness.ts'

/** The refusal of a valid request, as a client reads it. */
function refusal(text: string, variableValues: Record<string, unknown> = {}, limits = DEFAULT_LIMITS) {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  return checkLimits({ schema, document, variableValues }, limits)?.toJSON() ?? null
}

function costOf(text: string, variables = {}): number {
  const error = refusal(text, variables, { ...DEFAULT_LIMITS, maxCost: -1 })
  return error?.extensions?.actual as number
}

const documents = { ...bulk, ...circuitBreakers, ...controls, ...operations, ...updates }

test.each(Object.entries(documents))('the document %s stays within the limits', (_name, document) => {
  const input = { functionName: 'f', id: 'x' }
  expect(checkLimits({ schema, document: parse(document.toString()), variableValues: { id: 'x', input } })).toBeNull()
})

test('the full introspection of GraphiQL stays within the limits', () => {
  const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }
  expect(refusal(getIntrospectionQuery({ ...everything, inputValueDeprecation: true, oneOf: true }))).toBeNull()
})

test('a page costs what its items do, and attempts of operations multiply', () => {
  expect(costOf('{ operations(first: 100) { edges { node { id } } } }')).toBe(10 + 1 + 100 * 2)
  expect(costOf('{ operations(last: 3) { edges { node { id } } totalCount } }')).toBe(10 + 1 + 3 * 2 + 10)
  expect(costOf('{ operations { edges { node { attempts(first: 4) { edges { cursor } } } } } }')).toBe(
    10 + 1 + 50 * (1 + 10 + 1 + 4),
  )
  expect(costOf('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(30 + 3)
  expect(costOf('{ operation(id: "a") { steps { id } availableActions } }')).toBe(10 + 10 + 10 + 1)
})

test('a page size given by a variable counts like one that is written', () => {
  const text = 'query ($n: Int = 7) { operations(first: $n) { edges { cursor } } }'

  expect([costOf(text), costOf(text, { n: 500 }), costOf(text, { n: null })]).toEqual([18, 511, 61])
})

test('what fragments and aliases repeat is counted each time', () => {
  expect(
    costOf(
      '{ a: node(id: 1) { ...F } b: node(id: 2) { ...F ... on Operation { state } } } fragment F on Node { id ...G } fragment G on Node { id }',
    ),
  ).toBe(10 + 2 + 10 + 3)
})

test('fragments that double each other twenty times are refused quickly', () => {
  const doubling = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} a${i}: __typename ...F${i + 1} }`)

  expect(refusal(`{ ...F0 } ${doubling.join(' ')} fragment F20 on Query { functions { name } }`)).toMatchObject({
    extensions: { code: 'INVALID_INPUT', limit: 'cost' },
  })
})

test('a request that costs too much is refused with its cost and the limit', () => {
  const text = '{ operations(first: 500) { edges { node { id attempts(first: 500) { edges { node { id } } } } } } }'

  expect(refusal(text)).toEqual({
    message: `This request asks for too much at once: its cost is ${costOf(text)}, the limit is 50000; ask for fewer fields or smaller pages`,
    extensions: { code: 'INVALID_INPUT', limit: 'cost', actual: costOf(text), max: 50_000 },
  })
})

test('aliases are counted through fragments, as often as these are spread', () => {
  const limits = { ...DEFAULT_LIMITS, maxAliases: 4 }
  const text = (spreads: string) =>
    `{ a: node(id: 1) { ${spreads} id } } fragment F on Node { b: id ...G } fragment G on Node { c: id }`

  expect(refusal(text('...F ...G'), {}, limits)).toBeNull()
  expect(refusal(text('...F d: id ... { ...G }'), {}, limits)).toEqual({
    message: 'This request renames too many fields: its aliases are 5, the limit is 4; ask for fewer fields or smaller pages',
    extensions: { code: 'INVALID_INPUT', limit: 'aliases', actual: 5, max: 4 },
  })
})

test('a flood of aliases is refused by default, and as many fields under their own name are not', () => {
  const fields = (count: number, alias: (n: number) => string) =>
    `{ ${Array.from({ length: count }, (_, n) => `${alias(n)}__typename`).join(' ')} }`

  expect(refusal(fields(300, () => ''))).toBeNull()
  expect(refusal(fields(100, (n) => `a${n}: `))).toBeNull()
  expect(refusal(fields(101, (n) => `a${n}: `))).toMatchObject({ extensions: { limit: 'aliases', actual: 101, max: 100 } })
})

test('limits of one server hold there, and the others are the usual ones', () => {
  const check = limitsChecker({ maxAliases: 1 })
  const limitOf = (text: string) => check({ schema, document: parse(text) })?.extensions.limit

  expect([limitOf('{ a: __typename }'), limitOf('{ a: __typename b: __typename }')]).toEqual([undefined, 'aliases'])
  expect(limitOf(`{ ${'... { '.repeat(500)} __typename ${'} '.repeat(500)} }`)).toBe('depth')
})

test.each([
  ['circles of fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'Cannot spread fragment "A"'],
  ['fragments that nobody uses', '{ __typename } fragment A on Query { __typename }', 'Fragment "A" is never used.'],
  ['variables that nobody uses', 'query ($a: Int) { __typename }', 'Variable "$a" is never used.'],
  ['variables that are not there', '{ node(id: $a) { id } }', 'Variable "$a" is not defined.'],
])('%s are refused by validation, before anything is measured', (_what, text, message) => {
  expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([expect.stringContaining(message)])
})

test('a subscription is limited by what each of its answers may hold', () => {
  expect(
    refusal(
      'subscription { recoveryUpdate { operation { attempts(first: 500) { edges { node { ...A } } } events(first: 500) { edges { node { data } } } } } } fragment A on Attempt { id }',
      {},
      { ...DEFAULT_LIMITS, maxCost: 1500 },
    ),
  ).toMatchObject({ extensions: { limit: 'cost' } })
})

test('searches are refused when one request asks for many', () => {
  const searches = (count: number) =>
    Array.from({ length: count }, (_, i) => `s${i}: operations(filter: { search: "x" }, first: 1) { totalCount }`)

  expect(refusal(`{ ${searches(9).join(' ')} }`)).toBeNull()
  expect(refusal(`{ ${searches(10).join(' ')} }`)).toMatchObject({ extensions: { limit: 'cost' } })
})

test('metadata is searched by an index when one of its values is short and simple, and else by reading everything', () => {
  const costOfMetadata = (metadata: unknown) =>
    costOf('query ($metadata: JSON) { operations(filter: { metadata: $metadata }) { totalCount } }', { metadata })

  for (const metadata of [null, { a: 1 }, { a: 'x', b: {} }, { a: null }]) expect(costOfMetadata(metadata)).toBe(10 + 10)
  for (const metadata of [{}, { a: {} }, { a: [1] }, { a: 'x'.repeat(256) }]) expect(costOfMetadata(metadata)).toBe(5000 + 10)
})

test('those that failed before are found by an index, and all others by reading everything', () => {
  const costOfFilter = (filter: string) => costOf(`{ operations(filter: { ${filter} }) { totalCount } }`)

  for (const filter of ['recovered: true', 'hasFailedAttempts: true', 'recovered: null'])
    expect(costOfFilter(filter)).toBe(10 + 10)
  for (const filter of ['recovered: false', 'hasFailedAttempts: false']) expect(costOfFilter(filter)).toBe(5000 + 10)
})

test('fields nested too deep are refused', () => {
  const text = '{ operation(id: 1) { attempts { edges { node { error { message } } } } } }'

  expect(refusal(text, {}, { ...DEFAULT_LIMITS, maxDepth: 6 })).toBeNull()
  expect(refusal(text, {}, { ...DEFAULT_LIMITS, maxDepth: 5 })).toEqual({
    message: 'This request nests its fields too deep: its depth is 6, the limit is 5; ask for fewer fields or smaller pages',
    extensions: { code: 'INVALID_INPUT', limit: 'depth', actual: 6, max: 5 },
  })
})

const ofType = (levels: number) => `{ __type(name: "Query") { ${'ofType { '.repeat(levels)} name ${'} '.repeat(levels)} } }`

test('questions about the schema have a depth of their own', () => {
  expect(refusal(ofType(18))).toBeNull()
  expect(refusal(ofType(19))).toMatchObject({
    extensions: { code: 'INVALID_INPUT', limit: 'introspection depth', actual: 21, max: 20 },
  })
})

test('questions about the schema are limited in number', () => {
  const types = (count: number) =>
    Array.from({ length: count }, (_, i) => `a${i}: __schema { types { fields { name args { name defaultValue } } } }`)

  expect(refusal(`{ ${types(100).join(' ')} }`)).toBeNull()
  expect(refusal(`{ ${types(300).join(' ')} }`)).toMatchObject({ extensions: { limit: 'cost' } })
})

test('nesting without end is refused like any other, by fields or by fragments', () => {
  const inline = `{ ${'... { '.repeat(500)} functions { name } ${'} '.repeat(500)} }`

  expect(refusal(ofType(500))).toMatchObject({ extensions: { limit: 'introspection depth' } })
  expect(refusal(inline)).toMatchObject({ extensions: { limit: 'depth' } })
})

test('a request that cannot be run is left to the execution to refuse', () => {
  const document = parse('query A($n: Int!) { operations(first: $n) { totalCount } } query B { functions { name } }')

  expect(checkLimits({ schema, document })).toBeNull()
  expect(checkLimits({ schema, document, operationName: 'C' })).toBeNull()
  expect(checkLimits({ schema, document, operationName: 'A', variableValues: { n: 'many' } })).toBeNull()
  expect(checkLimits({ schema, document, operationName: 'B' }, { ...DEFAULT_LIMITS, maxCost: 1 })).not.toBeNull()
})
