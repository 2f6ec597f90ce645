import { describe, expect, test } from 'vitest'
import { failuresIn, filesToRunAgain, type TestReport, totalsOf, withSecondRun } from '../../scripts/test-totals.ts'

function report(total: number, passed: number, testResults: TestReport['testResults'] = []): TestReport {
  return { numTotalTests: total, numPassedTests: passed, testResults }
}

function fileOf(name: string, status: string, tests: readonly string[]): TestReport['testResults'][number] {
  return { name, status, assertionResults: tests.map((one, index) => ({ status: one, fullName: `${name} ${index}` })) }
}

test.each([
  ['all tests passed', report(5, 5), 0, { passed: 5, failed: 0 }],
  ['one failed', report(5, 4), 1, { passed: 4, failed: 1 }],
  ['one was skipped, which is no pass', report(5, 4), 0, { passed: 4, failed: 1 }],
  ['a file could not be loaded', report(5, 5, [fileOf('a', 'failed', [])]), 1, { passed: 5, failed: 1 }],
  [
    'a test of a file failed, which is counted once',
    report(2, 1, [fileOf('a', 'failed', ['passed', 'failed'])]),
    1,
    { passed: 1, failed: 1 },
  ],
  ['the run failed though no test did', report(5, 5), 1, { passed: 5, failed: 1 }],
  ['the run was killed', report(5, 5), null, { passed: 5, failed: 1 }],
  ['there is no report', null, 1, { passed: 0, failed: 1 }],
  ['there is no report, and yet no error', null, 0, { passed: 0, failed: 1 }],
])('the totals are true when %s', (_name, given, exitCode, totals) => {
  expect(totalsOf(given, exitCode)).toEqual(totals)
})

describe('a second run', () => {
  const first = report(5, 3, [
    fileOf('a', 'passed', ['passed', 'passed']),
    fileOf('b', 'failed', ['passed', 'failed']),
    fileOf('c', 'failed', []),
    fileOf('d', 'passed', ['skipped']),
  ])

  test('is of the files that failed, and tells what did', () => {
    expect(filesToRunAgain(first)).toEqual(['b', 'c'])
    expect(failuresIn(first)).toEqual(['b 1', 'c'])
  })

  test('is none when all passed, without a report, and when many files failed', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => fileOf(name, 'failed', ['failed']))
    for (const given of [report(2, 2, [fileOf('a', 'passed', ['passed', 'passed'])]), null, report(4, 0, many)]) {
      expect(filesToRunAgain(given)).toEqual([])
    }
  })

  test('counts in place of the first, each test once', () => {
    const passed = report(5, 5, [
      fileOf('b', 'passed', ['passed', 'passed']),
      fileOf('c', 'passed', ['passed', 'passed', 'passed']),
    ])
    expect(totalsOf(withSecondRun(first, passed), 0)).toEqual({ passed: 7, failed: 1 })
    const failed = report(2, 1, [fileOf('b', 'failed', ['failed', 'passed']), fileOf('c', 'failed', [])])
    expect(totalsOf(withSecondRun(first, failed), 1)).toEqual({ passed: 3, failed: 3 })
  })
})
