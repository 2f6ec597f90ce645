import { readFile } from 'node:fs/promises'
import { buildSchema, findSchemaChanges, type GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './harness.ts'

const text = await readFile(new URL('../../schema/contract.graphql', import.meta.url), 'utf8')
const contract = buildSchema(text)

/** Where a schema is not what the contract says: every addition is allowed, but for what a client would have to give. */
function deviations(ours: GraphQLSchema): readonly string[] {
  return findSchemaChanges(contract, ours)
    .filter(({ type }) => type !== 'DESCRIPTION_CHANGED' && (!type.includes('_ADDED') || type.startsWith('REQUIRED_')))
    .map(({ type, description }) => `${type}: ${description}`)
}

test('the schema has every part of the contract, by the same name and of the same type', () => {
  expect(deviations(schema)).toEqual([])
})

test('the contract as it stands does not deviate from itself', () => {
  expect(deviations(contract)).toEqual([])
})

test.each([
  ['a field', '  traceId: String\n', '', 'FIELD_REMOVED: Field Operation.traceId was removed.'],
  ['a type of a field', '  traceId: String\n', '  traceId: String!\n', 'FIELD_CHANGED_KIND_SAFE: Field Operation.traceId'],
  ['a type of an argument', 'performance(window: Duration)', 'performance(window: Int)', 'ARG_CHANGED_KIND: Argument'],
  [
    'an argument',
    'performance(window: Duration)',
    'performance',
    'ARG_REMOVED: Argument Query.performance(window:) was removed.',
  ],
  ['what must be given', 'performance(window', 'performance(now: Int!, window', 'REQUIRED_ARG_ADDED: A required argument'],
  ['a value', '  HALF_OPEN\n', '', 'VALUE_REMOVED_FROM_ENUM: Enum value CircuitState.HALF_OPEN was removed.'],
  ['a member', '\n  | OverloadedError', '', 'TYPE_REMOVED_FROM_UNION: OverloadedError was removed'],
  ['an interface', 'Step implements Node', 'Step', 'IMPLEMENTED_INTERFACE_REMOVED: Step no longer implements interface Node.'],
  ['a field of an input', '  idempotencyKey: String\n  priority: Int\n', '', 'FIELD_REMOVED: Field StartOperationInput.'],
  ['a default', 'force: Boolean = false', 'force: Boolean', 'INPUT_FIELD_DEFAULT_VALUE_CHANGE'],
])('it is noticed when %s changes or is gone', (_what, part, instead, noticed) => {
  expect(text).toContain(part)

  expect(deviations(buildSchema(text.replace(part, instead))).join('\n')).toContain(noticed)
})
