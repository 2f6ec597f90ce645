import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { cli, type RunOptions, startCli } from './run-cli.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
const run = (argv: readonly string[], options: RunOptions = {}) => cli(argv, { url: server(), ...options })

async function json(argv: readonly string[]) {
  const { code, stdout } = await run([...argv, '--json'])
  return { code, answer: JSON.parse(stdout) }
}

/** An operation that runs until somebody ends it. */
async function startHolding(id: string): Promise<void> {
  await run(['start', 'hold', '--id', id])
  const watching = startCli(['watch', id, '--json'], { url: server() })
  await watching.stdout.shows('"current":30')
  watching.interrupt()
  await watching.ended
}

test('start answers the id on stdout, and what it did on stderr', async () => {
  const ran = await run(['start', 'greet', '--id', 'plain', '--input', '"Ada"'])
  expect(ran).toEqual({ code: 0, stdout: 'plain\n', stderr: 'Started plain\n' })
})

test('start takes all that the API takes', async () => {
  const options = ['--id', 'full', '--key', 'k-1', '--priority', '-3', '--metadata', 'customer=42', 'who=Ada Lovelace']
  const more = ['--run-at', '1h', '--deadline', '2h', '--max-attempts', '4']
  const { answer } = await json(['start', 'greet', '--input', '"Ada"', ...options, ...more])
  expect(answer).toMatchObject({ operation: { id: 'full', functionName: 'greet', state: 'PENDING' }, deduplicated: false })
  const shown = await json(['show', 'full'])
  expect(shown.answer).toMatchObject({
    id: 'full',
    input: 'Ada',
    idempotencyKey: 'k-1',
    priority: -3,
    maxAttempts: 4,
    metadata: { customer: 42, who: 'Ada Lovelace' },
  })
  const waitMs = Date.parse(shown.answer.nextAttemptAt) - Date.parse(shown.answer.createdAt)
  expect(waitMs).toBeGreaterThan(3_590_000)
  expect(Date.parse(shown.answer.deadlineAt) - Date.parse(shown.answer.nextAttemptAt)).toBe(7_200_000)
  const again = await run(['start', 'greet', '--input', '"Ada"', '--key', 'k-1'])
  expect(again).toEqual({ code: 0, stdout: 'full\n', stderr: 'It had been started before: full\n' })
})

test('the input may come from a file or from standard input', async () => {
  const cwd = await tempFolder()
  await writeFile(join(cwd, 'input.json'), '"from a file"')
  await run(['start', 'greet', '--id', 'of-a-file', '--input', '@input.json'], { cwd })
  await run(['start', 'greet', '--id', 'of-stdin', '--input', '-'], { input: '"from stdin"' })
  expect((await json(['show', 'of-a-file'])).answer.input).toBe('from a file')
  expect((await json(['show', 'of-stdin'])).answer.input).toBe('from stdin')
})

test.each([
  [['--input', 'Ada'], '--input is no JSON'],
  [['--input', '@nowhere.json'], 'The input file nowhere.json cannot be read'],
])('an input that cannot be used is refused before anything is sent: %j', async (options, message) => {
  const ran = await run(['start', 'greet', ...options])
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('a function that is not there is refused with those that are', async () => {
  const ran = await run(['start', 'nothing'])
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toMatch(/^There is no function named "nothing"; registered are: .*greet.*\n$/)
})

test('start --watch ends with 0 when the operation succeeds, and with 1 when it does not', async () => {
  const good = await run(['start', 'greet', '--input', '"Ada"', '--watch'])
  expect(good.code).toBe(0)
  expect(good.stdout).toMatch(/Done {2}"Hello Ada"\n$/)
  const bad = await run(['start', 'fail', '--id', 'failed', '--input', '"no rights"', '--watch'])
  expect(bad.code).toBe(1)
  expect(bad.stdout).toMatch(/FAILED {2}no rights\n {2}\S.*\n {2}For all that happened: recoverable show failed\n$/)
})

test('start --watch --json is a line for each thing that happens, the end last', async () => {
  const { code, stdout } = await run(['start', 'greet', '--id', 'lines', '--input', '"Ada"', '--watch', '--json'])
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(0)
  expect(lines[0]).toMatchObject({ kind: 'operation', id: 'lines' })
  expect(lines.at(-1)).toMatchObject({ kind: 'end', id: 'lines', state: 'SUCCESS', result: 'Hello Ada' })
})

test('list filters, sorts and pages', async () => {
  for (const name of ['a', 'b', 'c']) {
    await run(['start', 'greet', '--id', `list-${name}`, '--input', '"Ada"', '--metadata', 'list=yes', '--watch'])
  }
  const first = await json(['list', '--metadata', 'list=yes', '--limit', '2', '--reverse'])
  expect(first.answer).toMatchObject({ totalCount: 3, hasNextPage: true })
  expect(first.answer.operations.map(({ id }: { id: string }) => id)).toEqual(['list-a', 'list-b'])
  const second = await json(['list', '--metadata', 'list=yes', '--reverse', '--after', first.answer.endCursor])
  expect(second.answer.operations.map(({ id }: { id: string }) => id)).toEqual(['list-c'])
  const none = await run(['list', '--metadata', 'list=yes', '--state', 'failed,exhausted', '--since', '1h'])
  expect(none).toEqual({ code: 0, stdout: '', stderr: 'No operations were found\n' })
  const people = await run(['list', '--metadata', 'list=yes', '--limit', '2'])
  expect(people.stdout).toMatch(/^ID +FUNCTION +STATE +ATTEMPT +PROGRESS +UPDATED +ERROR\nlist-c +greet +SUCCESS +1\/6 /)
  expect(people.stderr).toMatch(/^2 of 3; more with --limit, or --after \S+\n$/)
})

test('list tells what recovered and what an attempt of failed from all others', async () => {
  for (const [name, id] of [
    ['late', 'how-late'],
    ['greet', 'how-at-once'],
    ['fail', 'how-never'],
  ] as const) {
    await run(['start', name, '--id', id, '--input', '"Ada"', '--metadata', 'list=how', '--watch'])
  }
  const idsOf = async (...options: string[]) => {
    const { answer } = await json(['list', '--metadata', 'list=how', '--reverse', ...options])
    return answer.operations.map(({ id }: { id: string }) => id)
  }
  expect(await idsOf('--recovered')).toEqual(['how-late'])
  expect(await idsOf('--failed-attempts')).toEqual(['how-late', 'how-never'])
})

test('show tells attempts, steps, events, and the error with its remedy', async () => {
  await run(['start', 'stepped', '--id', 'with-steps', '--input', '"Ada"', '--watch'])
  const stepped = await run(['show', 'with-steps'])
  expect(stepped.stdout).toMatch(/Steps\nNAME +KIND +ATTEMPT.*\nlook up +STEP +1 .*\{"name":"Ada","known":true\}/)
  await run(['start', 'fail', '--id', 'with-error', '--input', '"no rights"', '--watch'])
  const failed = await run(['show', 'with-error'])
  expect(failed.stdout).toMatch(/^Operation +with-error\nFunction +fail\nState +FAILED\n/)
  expect(failed.stdout).toMatch(/\nError +no rights\nKind +PERMISSION, .*\nRemedy +\S/)
  expect(failed.stdout).toMatch(/\nYou can +retry --force\n/)
  expect(failed.stdout).toMatch(/\nAttempts\n#.*\n1 +FAILED .* no rights\n/)
  expect(failed.stdout).toMatch(/\nEvents\nTIME.*\n(.*\n)*\S+ +attempt_failed +FAILED +1 +no rights\n/)
  const { answer } = await json(['show', 'with-error'])
  expect(answer).toMatchObject({ id: 'with-error', error: { category: 'PERMISSION' }, attempts: [{ outcome: 'FAILED' }] })
  expect(answer.events.map(({ type }: { type: string }) => type)).toEqual(['created', 'attempt_started', 'attempt_failed'])
})

test('show tells until when an operation sleeps', async () => {
  await run(['start', 'sleepy', '--id', 'asleep'])
  const watching = startCli(['watch', 'asleep'], { url: server() })
  await watching.stdout.shows('next in')
  watching.interrupt()
  await watching.ended
  expect((await run(['show', 'asleep'])).stdout).toMatch(/\nnap +SLEEP +1 +until 20\S+Z\n/)
})

test('what others wrote cannot move the cursor or turn the text round', async () => {
  const hostile = 'gone\u001b[2J\nSUCCESS \u202e txt\u009b'
  await run([
    'start',
    'fail',
    '--id',
    'hostile',
    '--input',
    JSON.stringify(hostile),
    '--metadata',
    `note="${'\\u001b[31m'}"`,
    '--watch',
  ])
  for (const argv of [
    ['list', '--search', 'hostile'],
    ['show', 'hostile'],
    ['watch', 'hostile'],
    ['list', '--json'],
    ['show', 'hostile', '--json'],
  ]) {
    const { stdout } = await run(argv)
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(stdout).not.toMatch(/^SUCCESS \\u\{202e\}/m)
  }
  expect((await run(['list', '--search', 'hostile'])).stdout).toContain('gone\\e[2J\\nSUCCESS \\u{202e} txt\\u{9b}')
  expect((await json(['show', 'hostile'])).answer.error.message).toBe(hostile)
})

test('an operation is paused, resumed, cancelled and retried by its id', async () => {
  await startHolding('held')
  expect(await run(['pause', 'held'])).toEqual({ code: 0, stdout: 'held  PAUSED\n', stderr: '' })
  expect(await run(['resume', 'held'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^held {2}(PENDING|IN_PROGRESS)\n$/),
  })
  expect(await run(['cancel', 'held', '--reason', 'a test'])).toEqual({ code: 0, stdout: 'held  CANCELLED\n', stderr: '' })
  const { answer } = await json(['show', 'held'])
  expect(answer.events.at(-1)).toMatchObject({ type: 'cancelled', data: { reason: 'a test' } })
  const refused = await run(['retry', 'held'])
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('force')
  expect(await run(['retry', 'held', '--force', '--max-attempts', '2'])).toMatchObject({ code: 0 })
  expect((await json(['show', 'held'])).answer).toMatchObject({ round: 2, maxAttempts: 2 })
  await run(['cancel', 'held'])
})

test('of many ids each gets its turn, and the answer tells of each', async () => {
  await startHolding('one-of-two')
  const { code, answer } = await json(['cancel', 'not-there', 'one-of-two'])
  expect(code).toBe(4)
  expect(answer.results).toEqual([
    { id: 'not-there', ok: false, code: 'NOT_FOUND', message: expect.stringContaining('not-there') },
    { id: 'one-of-two', ok: true, state: 'CANCELLED' },
  ])
})

test.each(['show', 'watch', 'retry', 'pause', 'resume', 'cancel'])(
  '%s of an operation that is not there ends with 4',
  async (command) => {
    const ran = await run([command, 'not-there'])
    expect(ran).toMatchObject({ code: 4, stdout: '' })
    expect(ran.stderr).toMatch(/^There is no operation with the id "not-there".*\n$/)
  },
)
