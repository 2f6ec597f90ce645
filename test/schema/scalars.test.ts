import { expect, test } from 'vitest'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { testApi } from './harness.ts'

const START = `mutation ($runAt: DateTime, $deadline: Duration, $input: JSON) {
  startOperation(input: { functionName: "echo", id: "mine", runAt: $runAt, deadline: $deadline, input: $input }) { __typename } }`

async function withEcho() {
  const api = await testApi()
  api.recovery.define('echo', (input) => input)
  return api
}

test.each([
  ['2026-05-01T10:00:00Z', '2026-05-01T10:00:00.000Z'],
  ['2026-05-01T10:00:00.123456+02:00', '2026-05-01T08:00:00.123Z'],
  ['2026-05-01t10:00:00z', '2026-05-01T10:00:00.000Z'],
])('the instant %s is understood and answered as %s', async (runAt, answered) => {
  const { data } = await withEcho()
  await data(START, { runAt })

  expect(await data('{ operation(id: "mine") { nextAttemptAt } }')).toEqual({ operation: { nextAttemptAt: answered } })
})

test.each([
  ['1s', 1000],
  ['5m', 300_000],
  ['250ms', 250],
  [1500, 1500],
])('the duration %s is understood as %d ms', async (deadline, ms) => {
  const { data, recovery } = await withEcho()
  await data(START, { deadline })

  expect(await recovery.operation('mine')).toMatchObject({ deadlineMs: ms })
})

test.each([
  [{ runAt: 'tomorrow' }, 'runAt'],
  [{ runAt: '2026-02-30T00:00:00Z' }, 'runAt'],
  [{ runAt: '2026-05-01T10:00:00' }, 'runAt'],
  [{ runAt: 1_770_000_000_000 }, 'runAt'],
  [{ deadline: 'soon' }, 'deadline'],
  [{ deadline: -1 }, 'deadline'],
  [{ deadline: true }, 'deadline'],
  [{ deadline: ['1s'] }, 'deadline'],
])('%j is refused with the name of the variable', async (variables, name) => {
  const { rawErrors } = await withEcho()

  const errors = await rawErrors(START, variables)

  expect(errors).toHaveLength(1)
  expect(errors.map(toGraphQLError)).toMatchObject([
    { message: expect.stringContaining(`"$${name}"`), extensions: { code: 'INVALID_INPUT' } },
  ])
})

test.each([[null], [true], [1.5], ['text'], [[1, [2]]], [{ a: { b: null } }]])(
  'the JSON %j comes back as it was',
  async (input) => {
    const { data } = await withEcho()
    await data(START, { input })

    expect(await data('{ operation(id: "mine") { input } }')).toEqual({ operation: { input } })
  },
)

test.each<[string, string, object]>([
  ['a variable', START, { input: JSON.parse('{"a":[{"__proto__":{"b":1}}]}') }],
  ['a literal', START.replace(', $input: JSON', '').replace('$input }', '{ a: [{ __proto__: { b: 1 } }] } }'), {}],
])('JSON with a key that names the prototype is refused in %s, however deep', async (_, document, variables) => {
  const { ask, recovery } = await withEcho()
  const refusal = await ask(document, { ...variables }).then(
    ({ errors }) => errors[0]?.message,
    (fault: Error) => fault.message,
  )

  expect(refusal).toContain('JSON has a key "__proto__", which no value may have')
  expect(await recovery.operation('mine')).toBeNull()
})
