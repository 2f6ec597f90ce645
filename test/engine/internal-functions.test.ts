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
