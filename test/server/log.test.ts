import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { LogOptions } from '../../src/server/log.ts'

const LOG = fileURLToPath(new URL('../../src/server/log.ts', import.meta.url))

/** What a process writes to stderr with a log of these options, and what to stdout. */
function written(options: LogOptions, lines: string) {
  const program = `const { createLog } = await import(${JSON.stringify(LOG)})\nconst log = await createLog(${JSON.stringify(options)})\n${lines}`
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: process.env.PATH, TZ: 'UTC' } })
  return { stdout, stderr }
}

const LINE = `log.info({ operationId: 'op_1', attemptId: 'att_1' }, 'Attempt failed')`

test('lines for programs are JSON on stderr, one each, with their fields', () => {
  const { stdout, stderr } = written({ level: 'info', pretty: false }, `${LINE}\n${LINE}`)
  expect(stdout).toBe('')
  const lines = stderr.trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'Attempt failed',
    operationId: 'op_1',
    attemptId: 'att_1',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

test('lines for people tell the same in words', () => {
  const { stdout, stderr } = written({ level: 'info', pretty: true }, LINE)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^\[[\d:.]+\] INFO: Attempt failed\n\s+operationId: "op_1"\n\s+attemptId: "att_1"\n$/)
})

test.each([true, false])('secrets are not written, at whatever depth an error carries them (pretty: %s)', (pretty) => {
  const secrets = `{ token: 'hunter1', headers: { authorization: 'hunter2' }, err: Object.assign(new Error('no https://ada:hunter3@x.test'), { config: { password: 'hunter4' } }) }`
  const { stderr } = written({ level: 'info', pretty }, `log.error(${secrets}, 'A request failed')`)
  expect(stderr).toContain('A request failed')
  expect(stderr).toContain('no https://[redacted]@x.test')
  expect(stderr).not.toContain('hunter')
  expect(stderr).toMatch(/"?token"?: ?"\[redacted\]"/)
  expect(stderr).toMatch(/"?authorization"?: ?"\[redacted\]"/)
})

test('a line that is written last is not lost when the process ends at once', () => {
  const { stderr } = written(
    { level: 'fatal', pretty: false },
    `log.error({}, 'unimportant')\nlog.fatal({}, 'why')\nprocess.exit(1)`,
  )
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg),
  ).toEqual(['why'])
})
