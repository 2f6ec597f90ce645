import { GraphQLError, parse, validate } from 'graphql'
import { expect, test, vi } from 'vitest'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { CircuitOpenError, CursorExpiredError, InvalidInputError, RecoveryError, StoreUnavailableError } from '../../src/index.ts'
import { schema, testApi } from './harness.ts'

test.each([
  [new InvalidInputError('Bad id', { field: 'id' }), { code: 'INVALID_INPUT', field: 'id' }],
  [new InvalidInputError('Bad'), { code: 'INVALID_INPUT' }],
  [new CircuitOpenError('f', 1500), { code: 'CIRCUIT_OPEN', retryAfter: 1500 }],
  [new CircuitOpenError('f', null), { code: 'CIRCUIT_OPEN' }],
  [new CursorExpiredError(), { code: 'CURSOR_EXPIRED' }],
  [new StoreUnavailableError('The store is closed', { cause: new Error('/secret/path') }), { code: 'STORE_UNAVAILABLE' }],
  [new RecoveryError('FORBIDDEN', 'Not you'), { code: 'FORBIDDEN' }],
])('our own error %s keeps its message and code', (error, extensions) => {
  expect(toGraphQLError(error).toJSON()).toEqual({ message: error.message, extensions })
})

test.each([new Error('secret'), new TypeError('secret'), 'secret', null, { secret: true }])(
  'of the unknown error %s nothing is told',
  (error) => {
    const told = toGraphQLError(error)

    expect(told.toJSON()).toEqual({
      message: "Internal server error; the server's log has the details",
      extensions: { code: 'INTERNAL' },
    })
    expect(told.originalError).toBeUndefined()
  },
)

test('an error of a resolver keeps its place, not its origin', async () => {
  const { recovery, rawErrors } = await testApi()
  vi.spyOn(recovery, 'operations').mockRejectedValueOnce(new StoreUnavailableError('The store is closed'))
  vi.spyOn(recovery, 'status').mockRejectedValueOnce(new Error('secret'))

  const told = (await rawErrors('{ mine: operation(id: "a") { id } }')).map(toGraphQLError)
  const masked = (await rawErrors('{ recoveryStatus { store } }')).map(toGraphQLError)

  expect(told.map((error) => error.toJSON())).toEqual([
    {
      message: 'The store is closed',
      path: ['mine'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'STORE_UNAVAILABLE' },
    },
  ])
  expect(told[0]?.originalError).toBeUndefined()
  expect(JSON.stringify(masked)).not.toContain('secret')
  expect(masked[0]).toMatchObject({ path: ['recoveryStatus'], extensions: { code: 'INTERNAL' } })
})

test('a null where there must be none is the server’s fault, and told as nothing else', async () => {
  const { recovery, rawErrors } = await testApi()
  vi.spyOn(recovery, 'status').mockResolvedValueOnce(null as never)

  const [error] = await rawErrors('{ recoveryStatus { store } }')

  expect(toGraphQLError(error).extensions).toEqual({ code: 'INTERNAL' })
})

test('faults of syntax and validation are invalid input in GraphQL’s own words', () => {
  const [fault] = validate(schema, parse('{ nope }'))
  const syntax = (() => {
    try {
      return parse('{')
    } catch (error) {
      return error
    }
  })()

  expect(toGraphQLError(fault).toJSON()).toMatchObject({
    message: expect.stringMatching(/^Cannot query field "nope"/),
    locations: [{ line: 1, column: 3 }],
    extensions: { code: 'INVALID_INPUT' },
  })
  expect(toGraphQLError(syntax).toJSON()).toMatchObject({
    message: expect.stringMatching(/^Syntax Error/),
    extensions: { code: 'INVALID_INPUT' },
  })
})

test('a bad variable is invalid input that names it', async () => {
  const { rawErrors } = await testApi()

  const errors = await rawErrors('query ($first: Int) { operations(first: $first) { totalCount } }', { first: 'many' })

  expect(errors.map((error) => toGraphQLError(error).toJSON())).toMatchObject([
    { message: expect.stringContaining('"$first"'), extensions: { code: 'INVALID_INPUT' } },
  ])
})

test('a GraphQL error that already has one of our codes keeps it, another code is replaced', () => {
  const ours = new GraphQLError('Slow down', { extensions: { code: 'RATE_LIMITED', after: 3 } })
  const foreign = new GraphQLError('No', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } })

  expect(toGraphQLError(ours).toJSON()).toEqual({ message: 'Slow down', extensions: { code: 'RATE_LIMITED', after: 3 } })
  expect(toGraphQLError(foreign).extensions).toEqual({ code: 'INVALID_INPUT', http: { status: 400 } })
})
