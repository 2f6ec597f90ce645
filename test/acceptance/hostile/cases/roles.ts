import type { Role } from '../../../../src/operation/caller.ts'
import { type Case, graphql, refused, send } from '../attack.ts'
import { spoken, subscribed } from '../words.ts'

// What is asked with a token of a role that is too low.

const CODE = 'FORBIDDEN'
const says = (role: Role) => `needs the role ${role}; ask with a token of that role`
const mutation = (role: Role, text: string) =>
  graphql(`mutation { ${text} { __typename } }`, undefined, ({ tokens }) => tokens[role])

/** For operators, asked by a viewer. */
const OPERATORS = [
  'startOperation(input: { functionName: "greet" })',
  'retryOperation(input: { id: "patient", force: true })',
  'pauseOperation(input: { id: "patient" })',
  'resumeOperation(input: { id: "patient" })',
  'cancelOperation(input: { id: "patient" })',
  'retryOperations(input: { all: true })',
  'pauseOperations(input: { all: true })',
  'resumeOperations(input: { all: true })',
  'cancelOperations(input: { all: true })',
  'tripCircuitBreaker(input: { scope: "greet" })',
  'resetCircuitBreaker(input: { scope: "greet" })',
  'runSelfTest',
]
/** For admins, asked by an operator. */
const ADMINS = [
  'deleteOperations(input: { all: true })',
  'updateSettings(input: { concurrency: 1 })',
  'runTests',
  'validatePerformance',
  'runBenchmark',
]

const nameOf = (text: string) => text.split('(')[0]
const rest =
  (role: Role, path: string, body = '{}'): Case['attack'] =>
  (target) =>
    send(target, { path, body, token: target.tokens[role] })

export const ROLES_CASES: readonly Case[] = [
  ...OPERATORS.map((text) => refused(`${nameOf(text)} by a viewer`, mutation('viewer', text), 200, CODE, says('operator'))),
  ...ADMINS.flatMap((text) => [
    refused(`${nameOf(text)} by a viewer`, mutation('viewer', text), 200, CODE, says('admin')),
    refused(`${nameOf(text)} by an operator`, mutation('operator', text), 200, CODE, says('admin')),
  ]),
  refused(
    'the audit trail for an operator',
    graphql('{ auditTrail { edges { cursor } } }', undefined, ({ tokens }) => tokens.operator),
    200,
    CODE,
    says('admin'),
  ),
  refused(
    'a change under another name',
    mutation('viewer', 'it: updateSettings(input: { concurrency: 1 })'),
    200,
    CODE,
    says('admin'),
  ),
  refused(
    'a change within a fragment',
    graphql(
      'mutation { ...F } fragment F on Mutation { cancelOperation(input: { id: "patient" }) { __typename } }',
      undefined,
      ({ tokens }) => tokens.viewer,
    ),
    200,
    CODE,
    says('operator'),
  ),
  refused(
    'a start over REST by a viewer',
    rest('viewer', '/api/recovery/operations', '{"function_name":"greet"}'),
    403,
    CODE,
    says('operator'),
  ),
  refused(
    'a cancel over REST by a viewer',
    rest('viewer', '/api/recovery/operations/patient/cancel'),
    403,
    CODE,
    says('operator'),
  ),
  refused(
    'settings over REST by an operator',
    rest('operator', '/api/downloads/settings', '{"max_concurrent_downloads":1}'),
    403,
    CODE,
    says('admin'),
  ),
  refused(
    'a benchmark over REST by an operator',
    rest('operator', '/api/recovery/performance/benchmark'),
    403,
    CODE,
    says('admin'),
  ),
  refused(
    'a change over a WebSocket by a viewer',
    subscribed('mutation { cancelOperation(input: { id: "patient" }) { __typename } }', {}, 'viewer'),
    0,
    CODE,
    says('operator'),
  ),
  refused(
    'a change that begins before its token is known',
    spoken(({ say }) => {
      say({ id: 'a', type: 'subscribe', payload: { query: 'mutation { runSelfTest { __typename } }' } })
      say({ type: 'connection_init' })
    }),
    4401,
    null,
    'Unauthorized',
  ),
]
