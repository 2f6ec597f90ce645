import { expect, test } from 'vitest'
import { type Evidence, type Found, problemsOf, summaryOf } from '../../scripts/demo/verdict.ts'

const FOUND: Found = {
  name: 'a.bin',
  bytes: 1000,
  state: 'SUCCESS',
  outcomes: ['failed', 'interrupted', 'success'],
  sha256: 'aa',
  sha256OnDisk: 'aa',
  seen: ['1', '2', '3'],
  logged: ['1', '2', '3'],
}
const GOOD: Evidence = { files: [FOUND], names: ['a.bin'], requests: 3, sentBytes: 1200, resumedBytes: 800, exitCode: 0 }

function withFile(found: Partial<Found>): Evidence {
  return { ...GOOD, files: [{ ...FOUND, ...found }] }
}

test('when every promise was kept there is no problem', () => {
  expect(problemsOf(GOOD)).toEqual([])
})

test.each<[string, Evidence, RegExp]>([
  ['a lost operation', withFile({ state: null }), /a\.bin: its operation is lost/],
  ['an operation without success', withFile({ state: 'EXHAUSTED' }), /a\.bin: .* EXHAUSTED/],
  ['a lost file', withFile({ sha256OnDisk: null }), /a\.bin: the file is not there/],
  ['a wrong file', withFile({ sha256OnDisk: 'bb' }), /a\.bin: the file is not the one/],
  ['a change that nobody was told of', withFile({ seen: ['1', '3'] }), /a\.bin: of its 3 changes/],
  ['a change that was told twice', withFile({ seen: ['1', '2', '2', '3'] }), /a\.bin: of its 3 changes/],
  ['changes in another order', withFile({ seen: ['1', '3', '2'] }), /a\.bin: of its 3 changes/],
  ['an unfinished file that was left', { ...GOOD, names: ['a.bin', '.b.partial'] }, /\.b\.partial/],
  ['a kill that hit nothing', withFile({ outcomes: ['success'] }), /interrupted no download/],
  ['downloads that all began anew', { ...GOOD, resumedBytes: 0 }, /no download went on/],
  ['a server that did not stop in order', { ...GOOD, exitCode: 1 }, /exit code is 1/],
  ['a server that had to be killed', { ...GOOD, exitCode: null }, /exit code is null/],
])('the demo fails on %s', (_what, evidence, problem) => {
  expect(problemsOf(evidence)).toEqual([expect.stringMatching(problem)])
})

test('the summary tells how each file came, and what going on saved', () => {
  const summary = summaryOf(GOOD).join('\n')
  expect(summary).toContain('1 failed, 1 interrupted, 1 success')
  expect(summary).toContain('800 B were not sent again')
})
