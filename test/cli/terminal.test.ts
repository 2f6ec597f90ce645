import { expect, test } from 'vitest'
import { widthOf } from '../../src/cli/format/width.ts'
import { LiveArea } from '../../src/cli/live-area.ts'
import { ProgressSteps } from '../../src/cli/progress-steps.ts'
import { cli, FakeScreen, startCli } from './run-cli.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()

/** What a terminal shows after this was written to it. It knows what LiveArea uses, and lines that never wrap. */
function shownBy(text: string): readonly string[] {
  const lines: string[] = []
  let row = 0
  const [first = '', ...sequences] = text.split('\u001b')
  const write = (plain: string) => {
    for (const part of plain.split(/(\n)/)) {
      if (part === '\n') row++
      else lines[row] = (lines[row] ?? '') + part.replace('\r', '')
    }
  }
  write(first)
  for (const sequence of sequences) {
    const [code = '', amount = '', letter] = /^\[(\d*)([A-Za-z])/.exec(sequence) ?? []
    if (letter === 'A') row -= Number(amount)
    if (letter === 'K') lines[row] = ''
    if (letter === 'J') lines.length = row
    write(sequence.slice(code.length))
  }
  return lines.filter((line) => line !== '')
}

test('lines are drawn in the place of those before, whether they are more or fewer', () => {
  const screen = new FakeScreen(true)
  const area = new LiveArea(screen)
  screen.write('before\n')
  area.draw(['a', 'b'])
  area.draw(['c', 'd', 'e'])
  area.draw(['f'])
  expect(shownBy(screen.text)).toEqual(['before', 'f'])
  area.leave()
  area.draw(['g'])
  area.draw(['h', 'i'])
  expect(shownBy(screen.text)).toEqual(['before', 'f', 'h', 'i'])
})

test('progress is news at each tenth, once for each operation', () => {
  const steps = new ProgressSteps()
  const at = (fraction: number) => ({ fraction, current: null, total: null, unit: null, stage: null, message: null, rate: null })
  expect([0, 0.05, 0.1, 0.15, 0.31, 0.3, 1].map((fraction) => steps.isNews('a', at(fraction)))).toEqual([
    false,
    false,
    true,
    false,
    true,
    false,
    true,
  ])
  expect(steps.isNews('b', at(0.2))).toBe(true)
  expect(steps.isNews('b', null)).toBe(false)
  steps.forget('a')
  expect(steps.isNews('a', at(0.2))).toBe(true)
})

test('a watch on a terminal is one table that changes in its place', async () => {
  const url = server()
  await cli(['start', 'hold', '--id', 'held'], { url })
  const watch = startCli(['watch'], { url, tty: true, columns: 90 })
  await watch.stdout.shows(/held.*25%/)
  await cli(['start', 'fail', '--id', 'broken', '--input', JSON.stringify(`no\u001b[2J rights ${'x'.repeat(200)}`), '--watch'], {
    url,
  })
  await watch.stdout.shows(/broken.*FAILED/)
  watch.interrupt()
  expect(await watch.ended).toBe(0)
  const shown = shownBy(watch.stdout.text)
  expect(shown[0]).toBe('1 active; Ctrl-C ends the watching, not the operations')
  expect(shown[1]).toMatch(/^ID +FUNCTION +STATE/)
  expect(shown[2]).toMatch(/^broken +fail +FAILED +1\/6 .*no\\e\[2J rights/)
  expect(shown[3]).toMatch(/^held +hold +IN_PROGRESS +1\/6 +25%/)
  expect(shown).toHaveLength(4)
  expect(shown.every((line) => widthOf(line) <= 90)).toBe(true)
})

test('a terminal gets colours, unless they are not wanted', async () => {
  const url = server()
  await cli(['start', 'greet', '--id', 'green', '--input', '"Ada"', '--watch'], { url })
  const argv = ['list', '--search', 'green']
  expect((await cli(argv, { url, tty: true })).stdout).toContain('\u001b[32mSUCCESS\u001b[0m')
  expect((await cli(argv, { url, tty: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b')
  expect((await cli(argv, { url })).stdout).not.toContain('\u001b')
})
