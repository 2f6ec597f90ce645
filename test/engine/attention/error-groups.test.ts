import { expect, test } from 'vitest'
import { groupFailures, sizeOf } from '../../../src/engine/attention/error-groups.ts'
import type { Failure } from '../../../src/operation/failure.ts'
import { INTERRUPTED, type OperationError } from '../../../src/operation/operation-error.ts'

const asIs = (message: string) => message

/** The latest first, as the store answers them. */
function failures(...given: (Partial<Omit<Failure, 'error'>> & { error?: Partial<OperationError> })[]): Failure[] {
  return given.map(({ error, ...parts }, index) => ({
    id: `op${given.length - index}`,
    functionName: 'work',
    state: 'failed',
    at: 1000 * (given.length - index),
    ...parts,
    error: { ...INTERRUPTED, code: null, ...error },
  }))
}

test('operations that ended for the same reason are one group, told by the latest of them', () => {
  const groups = groupFailures(
    failures(
      { error: { message: 'Order 3 is gone', remedy: 'Look it up.' } },
      { state: 'exhausted', error: { message: 'Order 2 is gone' } },
      { error: { message: 'Order 1 is gone' } },
    ),
    asIs,
  )

  expect(groups).toEqual([
    {
      key: expect.stringMatching(/^[\w-]{16}$/),
      functionName: 'work',
      category: 'interrupted',
      subcategory: 'interrupted',
      code: null,
      message: 'Order 3 is gone',
      severity: 'medium',
      remedy: 'Look it up.',
      failed: 2,
      exhausted: 1,
      firstAt: 1000,
      latestAt: 3000,
      latestId: 'op3',
      search: 'is gone',
    },
  ])
})

test.each([
  ['function', { functionName: 'other' }],
  ['category', { error: { category: 'network' } }],
  ['subcategory', { error: { subcategory: 'network_dns' } }],
  ['code', { error: { code: 'E1' } }],
  ['message', { error: { message: 'Something else' } }],
] as const)('another %s is another reason', (_part, other) => {
  const groups = groupFailures(failures({}, other), asIs)
  expect(new Set(groups.map(({ key }) => key)).size).toBe(2)
})

test('the largest group comes first, and of groups of a size the one with the latest failure', () => {
  const [a, b, c] = [{ code: 'A' }, { code: 'B' }, { code: 'C' }]
  const groups = groupFailures(failures({ error: a }, { error: b }, { error: c }, { error: c }), asIs)
  expect(groups.map((group) => [group.code, sizeOf(group)])).toEqual([
    ['C', 2],
    ['A', 1],
    ['B', 1],
  ])
})

test('the key of a reason does not depend on who else failed', () => {
  const [alone] = groupFailures(failures({ error: { message: 'No 1' } }), asIs)
  const [, among] = groupFailures(failures({ error: { code: 'X' } }, { error: { message: 'No 2' } }), asIs)
  expect(among?.key).toBe(alone?.key)
})

test('a group tells no more than may be shown', () => {
  const [group] = groupFailures(failures({ error: { message: 'pin=abcd is refused' } }), () => 'pin=[redacted] is refused')
  expect(group).toMatchObject({ message: 'pin=[redacted] is refused', search: 'is refused' })
})
