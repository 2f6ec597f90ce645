import { execute, parse } from 'graphql'
import { expect, test } from 'vitest'
import { createContext } from '../../schema/context.ts'
import type { Recovery } from '../../src/engine/recovery.ts'
import { ANYONE, type Caller } from '../../src/operation/caller.ts'
import { testEngine } from '../support/engine.ts'
import { schema } from './harness.ts'

async function askAs(recovery: Recovery, caller: Caller, document: string) {
  const { data } = await execute({ schema, document: parse(document), contextValue: createContext(recovery, caller) })
  return JSON.parse(JSON.stringify(data))
}

test.each<[Caller, object]>([
  [ANYONE, { name: null, role: 'ADMIN', authenticated: false, mayOperate: true, mayAdminister: true }],
  [
    { name: 'ada', role: 'viewer' },
    { name: 'ada', role: 'VIEWER', authenticated: true, mayOperate: false, mayAdminister: false },
  ],
  [
    { name: 'bob', role: 'operator' },
    { name: 'bob', role: 'OPERATOR', authenticated: true, mayOperate: true, mayAdminister: false },
  ],
  [
    { name: 'eve', role: 'admin' },
    { name: 'eve', role: 'ADMIN', authenticated: true, mayOperate: true, mayAdminister: true },
  ],
])('the viewer %j is told who they are and what they may do', async (caller, viewer) => {
  const { recovery } = await testEngine()

  expect(await askAs(recovery, caller, '{ viewer { name role authenticated mayOperate mayAdminister } }')).toEqual({ viewer })
})

test('the actions of an operation are those that the caller may ask for', async () => {
  const { recovery, clock } = await testEngine()
  const inAnHour = { runAt: new Date(clock.now() + 3_600_000) }
  recovery.define('work', () => 1)
  recovery.define('own', () => 1, { internal: true })
  await recovery.start('work', null, { id: 'theirs', ...inAnHour })
  await recovery.start('own', null, { id: 'systems', ...inAnHour })
  const document =
    '{ theirs: operation(id: "theirs") { availableActions } systems: operation(id: "systems") { availableActions } }'

  const seen = async (role: Caller['role']) => {
    const { theirs, systems } = await askAs(recovery, { name: 'ada', role }, document)
    return [theirs.availableActions, systems.availableActions]
  }

  const both = ['CANCEL', 'PAUSE']
  expect(await seen('viewer')).toEqual([[], []])
  expect(await seen('operator')).toEqual([both, []])
  expect(await seen('admin')).toEqual([both, both])
})
