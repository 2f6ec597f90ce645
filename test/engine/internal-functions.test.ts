import { expect, test } from 'vitest'
import { testEngine } from '../support/engine.ts'

test('functions of the system itself are listed after the others, and nobody starts them from outside', async () => {
  const { recovery } = await testEngine()
  recovery.define('work', () => 1)
  recovery.define('mine', () => 2, { internal: true })

  expect((await recovery.functions()).map(({ name, internal }) => [name, internal])).toEqual([
    ['work', false],
    ['retention.sweep', true],
    ['bulk.control', true],
    ['mine', true],
  ])
  for (const name of ['bulk.control', 'mine']) {
    await expect(recovery.startFromOutside(name, null)).rejects.toMatchObject({
      code: 'UNKNOWN_FUNCTION',
      message: `"${name}" is started by the system itself and by nobody else; registered are: work`,
    })
  }
  await expect(recovery.run('mine', null)).resolves.toBe(2)
  expect(() => recovery.define('odd', () => 1, { internal: 'yes' as never })).toThrow('internal is "yes"; use true or false')
})

test('what the system does itself does not wait for the slots of the others, nor do they for its', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  recovery.define('stuck', (_input, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject)))
  recovery.define('mine', () => new Promise<never>(() => undefined), { internal: true, concurrency: 2 })
  for (const id of ['a', 'b', 'c']) await recovery.start('mine', null, { id })
  for (const id of ['d', 'e', 'f']) await recovery.start('stuck', null, { id })
  await clock.advance(0)

  const running = await recovery.operations(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(running.filter(({ state }) => state === 'in_progress').map(({ id }) => id)).toEqual(['a', 'b', 'd'])
})

test('a flood that holds all slots can be cancelled', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  recovery.define('stuck', (_input, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject)))
  await Promise.all(Array.from({ length: 501 }, () => recovery.start('stuck', null)))
  await clock.advance(0)

  const { operation } = await recovery.bulk.cancel({ functionNames: ['stuck'] })
  await clock.advance(0)
  expect(await recovery.operation(operation?.id as string)).toMatchObject({ state: 'success', result: { changed: 501 } })
})
