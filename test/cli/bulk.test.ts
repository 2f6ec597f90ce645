import { expect, test } from 'vitest'
import type { OpenApi } from '../../src/cli/api.ts'
import { cli, type RunOptions, startCli } from './run-cli.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
const run = (argv: readonly string[], options: RunOptions = {}) => cli(argv, { url: server(), ...options })

/** Operations that run until somebody ends them, with a batch of their own to find them by. */
async function holding(batch: string, ids: readonly string[]): Promise<readonly string[]> {
  for (const id of ids) await run(['start', 'hold', '--id', id, '--metadata', `batch=${batch}`])
  return ['--filter', `metadata.batch=${batch}`]
}

async function statesOf(batch: string): Promise<readonly string[]> {
  const { operations } = JSON.parse((await run(['list', '--metadata', `batch=${batch}`, '--json'])).stdout)
  return operations.map(({ state }: { state: string }) => state)
}

test('operations are paused, resumed, cancelled, retried and deleted by what they are', async () => {
  const filter = await holding('one', ['a1', 'a2'])
  expect(await run(['pause', ...filter, '--yes'])).toEqual({ code: 0, stdout: '2 of 2 changed\n', stderr: '' })
  expect(await statesOf('one')).toEqual(['PAUSED', 'PAUSED'])
  expect(await run(['resume', ...filter, 'state=paused', '--yes'])).toMatchObject({ code: 0, stdout: '2 of 2 changed\n' })
  expect(await run(['cancel', ...filter, '--yes', '--reason', 'a test'])).toMatchObject({ code: 0, stdout: '2 of 2 changed\n' })
  const shown = JSON.parse((await run(['show', 'a1', '--json'])).stdout)
  expect(shown.events.at(-1)).toMatchObject({ type: 'cancelled', data: { reason: 'a test' } })
  const retried = await run(['retry', ...filter, 'state=CANCELLED', '--force', '--max-attempts', '2', '--yes'])
  expect(retried).toMatchObject({ code: 0, stdout: '2 of 2 changed\n' })
  await run(['cancel', ...filter, '--yes'])
  const { changed, matched } = JSON.parse((await run(['delete', ...filter, '--yes', '--json'])).stdout)
  expect({ changed, matched }).toEqual({ changed: 2, matched: 2 })
  expect(await statesOf('one')).toEqual([])
})

test('what was left as it was is told with the reason, and ends with 1 when that is all', async () => {
  const filter = await holding('two', ['b1'])
  await run(['cancel', 'b1'])
  const refused = await run(['resume', ...filter, 'state=CANCELLED', '--yes'])
  expect(refused).toMatchObject({ code: 1, stdout: '0 of 1 changed\n' })
  expect(refused.stderr).toMatch(/^1 was left as it was:\n {2}b1 {2}\S.*\n$/)
})

test('a person is asked first, with how many operations are meant', async () => {
  const filter = await holding('three', ['c1', 'c2'])
  const asked = startCli(['cancel', ...filter], { url: server(), answer: 'no' })
  expect(await asked.ended).toBe(1)
  expect(asked.questions).toEqual(['Up to 2 operations are meant. Go on? [y/N] '])
  expect(asked.stderr.text).toBe('Nothing was done\n')
  expect(await statesOf('three')).not.toContain('CANCELLED')
  expect(await run(['cancel', ...filter], { answer: 'y' })).toMatchObject({ code: 0, stdout: '2 of 2 changed\n' })
})

test.each([
  [['cancel', '--filter', 'state=PAUSED'], 'say --yes when nobody can be asked'],
  [['cancel'], 'Name the ids of operations, or choose them'],
  [['cancel', 'a', '--all'], 'but not both'],
  [['cancel', '--all', '--filter', 'state=PAUSED'], 'but not both'],
  [['cancel', '--filter', 'colour=red'], 'It begins with state=, function='],
  [['cancel', '--filter', 'state=SLEEPY'], 'It is one of PENDING'],
  [['cancel', '--filter', 'active=perhaps'], 'active is true or false.'],
  [['delete', '--filter', 'failed-attempts=2'], 'failed-attempts is true or false.'],
  [['cancel', '--filter', 'metadata.=1'], 'It begins with'],
  [['retry', '--filter', 'state=FAILED', '--input', '1', '--yes'], 'named by their ids'],
])('nothing is changed by what is unclear: %j', async (argv, message) => {
  const ran = await run(argv)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('all of one kind are meant by several parts together', async () => {
  await holding('four', ['d1', 'd2'])
  const parts = ['function=hold', 'active=true', 'recovered=false', 'failed-attempts=false', 'search=d2', 'since=1h', 'id=d1,d2']
  expect(await run(['cancel', '--filter', ...parts, '--yes'])).toMatchObject({ code: 0, stdout: '1 of 1 changed\n' })
  expect(await run(['cancel', '--all', '--yes'])).toMatchObject({ code: 0 })
  expect(await statesOf('four')).toEqual(['CANCELLED', 'CANCELLED'])
})

test('an operation is retried with another input', async () => {
  await run(['start', 'fail', '--id', 'e1', '--input', '"first"', '--watch'])
  expect(await run(['retry', 'e1', '--force', '--input', '"second"'])).toMatchObject({ code: 0 })
  await run(['watch', 'e1'])
  expect(JSON.parse((await run(['show', 'e1', '--json'])).stdout)).toMatchObject({
    input: 'second',
    error: { message: 'second' },
  })
})

test('deleting by id needs ids that are there', async () => {
  expect(await run(['delete', 'not-there', '--yes'])).toMatchObject({ code: 4, stdout: '' })
  await run(['start', 'greet', '--id', 'f1', '--input', '"Ada"', '--watch'])
  expect(await run(['delete', 'f1', '--yes'])).toMatchObject({ code: 0, stdout: '1 of 1 changed\n' })
  expect(await run(['show', 'f1'])).toMatchObject({ code: 4 })
})

test('a large set is changed in the background, and how to follow it is told', async () => {
  const outcome = { matched: 1234, changed: 0, skippedCount: 0, skipped: [], operation: { id: 'op_bulk', state: 'PENDING' } }
  const openApi: OpenApi = () => ({
    request: async () => ({ cancelOperations: outcome }) as never,
    subscribe: () => {
      throw new Error('nothing is followed')
    },
    onConnection: () => undefined,
    close: async () => undefined,
  })
  expect(await cli(['cancel', '--all', '--yes'], { openApi })).toEqual({
    code: 0,
    stdout: 'About 1,234 operations are changed in the background. Follow it with: recoverable watch op_bulk\n',
    stderr: '',
  })
})
