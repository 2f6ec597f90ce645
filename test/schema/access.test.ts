import { execute, type GraphQLError, type GraphQLFieldMap, type GraphQLObjectType, parse, subscribe } from 'graphql'
import { expect, test } from 'vitest'
import { createContext } from '../../schema/context.ts'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import type { Recovery } from '../../src/engine/recovery.ts'
import { ROLES, type Role } from '../../src/operation/caller.ts'
import { testEngine } from '../support/engine.ts'
import { schema } from './harness.ts'

interface PothosExtensions {
  readonly pothosOptions?: { readonly authScopes?: Readonly<Record<string, boolean>> }
}

function rootFields(type: GraphQLObjectType | null | undefined): GraphQLFieldMap<unknown, unknown> {
  return type?.getFields() ?? {}
}

/** The roles that a root field, or its type, asks for. */
function scopesOf(on: { readonly extensions: object } | null | undefined): readonly string[] {
  return Object.keys((on?.extensions as PothosExtensions | undefined)?.pothosOptions?.authScopes ?? {})
}

test.each(Object.keys(rootFields(schema.getMutationType())))('the mutation %s says which role it needs', (name) => {
  const [scope, ...others] = scopesOf(rootFields(schema.getMutationType())[name])
  expect(['operator', 'admin']).toContain(scope)
  expect(others).toEqual([])
})

test('a field that says nothing is for viewers when it reads, and for admins when it changes', () => {
  expect(scopesOf(schema.getQueryType())).toEqual(['viewer'])
  expect(scopesOf(schema.getSubscriptionType())).toEqual(['viewer'])
  expect(scopesOf(schema.getMutationType())).toEqual(['admin'])
})

async function errorOf(document: string, role: Role): Promise<GraphQLError | undefined> {
  const { recovery } = await testEngine()
  const run = document.startsWith('subscription') ? subscribe : execute
  const contextValue = createContext(recovery, { name: 'ada', role })
  const result = await run({ schema, document: parse(document), contextValue })
  if ('return' in result) {
    await result.return(undefined)
    return undefined
  }
  return result.errors?.[0] && toGraphQLError(result.errors[0])
}

const NEEDED: readonly (readonly [Role, string])[] = [
  ['viewer', '{ operation(id: "op_x") { id } }'],
  ['viewer', '{ viewer { role } }'],
  ['viewer', '{ attention { errors { examined } stuck { count } } }'],
  ['viewer', 'subscription { recoveryUpdate { cursor } }'],
  ['viewer', 'subscription { circuitBreakerUpdate { cursor } }'],
  ['operator', 'mutation { startOperation(input: { functionName: "none" }) { __typename } }'],
  ['operator', 'mutation { retryOperation(input: { id: "op_x" }) { __typename } }'],
  ['operator', 'mutation { pauseOperation(input: { id: "op_x" }) { __typename } }'],
  ['operator', 'mutation { resumeOperation(input: { id: "op_x" }) { __typename } }'],
  ['operator', 'mutation { cancelOperation(input: { id: "op_x" }) { __typename } }'],
  ['operator', 'mutation { tripCircuitBreaker(input: { scope: "x" }) { __typename } }'],
  ['operator', 'mutation { resetCircuitBreaker(input: { scope: "x" }) { __typename } }'],
  ['admin', '{ auditTrail { edges { cursor } } }'],
  ['admin', 'mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }'],
]

test.each(NEEDED)('only callers with the role %s or more may ask %s', async (needed, document) => {
  for (const role of ROLES) {
    const error = await errorOf(document, role)
    const may = ROLES.indexOf(role) >= ROLES.indexOf(needed)
    expect([role, error?.extensions.code]).toEqual([role, may ? undefined : 'FORBIDDEN'])
    if (!may) expect(error?.message).toMatch(new RegExp(`^\\w+ needs the role ${needed};`))
  }
})

/** The code of the refusal, or nothing. */
async function codeOf(recovery: Recovery, role: Role, document: string): Promise<unknown> {
  const contextValue = createContext(recovery, { name: 'ada', role })
  const { errors } = await execute({ schema, contextValue, document: parse(document) })
  return errors?.[0] && toGraphQLError(errors[0]).extensions.code
}

const CONTROLS = ['pauseOperation', 'resumeOperation', 'retryOperation', 'cancelOperation'] as const

/** How callers of each role fare who control one operation. */
async function faresOf(recovery: Recovery, id: string) {
  const fares = ROLES.map(async (role) => {
    const codes = CONTROLS.map((control) =>
      codeOf(recovery, role, `mutation { ${control}(input: { id: "${id}" }) { __typename } }`),
    )
    return [role, ...new Set(await Promise.all(codes))]
  })
  return Promise.all(fares)
}

test('only admins control operations that the system started itself', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', () => Promise.reject(new Error('no')))
  recovery.define('mine', () => Promise.reject(new Error('no')), { internal: true })
  await recovery.start('work', null, { id: 'theirs' })
  await recovery.start('mine', null, { id: 'own' })

  const [viewer, admin] = [
    ['viewer', 'FORBIDDEN'],
    ['admin', undefined],
  ]
  expect(await faresOf(recovery, 'theirs')).toEqual([viewer, ['operator', undefined], admin])
  expect(await faresOf(recovery, 'own')).toEqual([viewer, ['operator', 'FORBIDDEN'], admin])
})

test.each([
  ['cancel', undefined],
  ['delete', 'FORBIDDEN'],
] as const)('operators control large sets of what they may do themselves: %s', async (action, code) => {
  const { recovery, clock } = await testEngine()
  recovery.define('work', () => 1)
  const [metadata, runAt] = [{ of: 'many' }, new Date(clock.now() + 60_000)]
  await Promise.all(Array.from({ length: 501 }, () => recovery.start('work', null, { metadata, runAt })))
  if (action === 'delete') await clock.advance(60_000)
  const { operation } = await recovery.bulk[action]({ metadata })

  expect(await faresOf(recovery, operation?.id ?? '')).toEqual([
    ['viewer', 'FORBIDDEN'],
    ['operator', code],
    ['admin', undefined],
  ])
})

test('a control that is refused because of its operation names it', async () => {
  const { recovery } = await testEngine()
  recovery.define('mine', () => 1, { internal: true })
  await recovery.start('mine', null, { id: 'own' })
  const contextValue = createContext(recovery, { name: 'ada', role: 'operator' })
  const document = parse('mutation { retryOperation(input: { id: "own" }) { __typename } }')
  const { errors } = await execute({ schema, contextValue, document })
  expect(errors?.[0]?.message).toBe('retryOperation of "mine" needs the role admin; ask with a token of that role')
})

test('a mutation that is refused changes nothing', async () => {
  const { recovery } = await testEngine()
  const contextValue = createContext(recovery, { name: 'ada', role: 'operator' })
  await execute({ schema, contextValue, document: parse('mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }') })
  expect(recovery.settings.view().changed).toEqual([])
})
