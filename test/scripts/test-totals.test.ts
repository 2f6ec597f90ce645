import { expect, test } from 'vitest'
import { type TestReport, totalsOf } from '../../scripts/test-totals.ts'

function report(total: number, passed: number, testResults: TestReport['testResults'] = []): TestReport {
  return { numTotalTests: total, numPassedTests: passed, testResults }
}

test.each([
  ['all tests passed', report(5, 5), 0, { passed: 5, failed: 0 }],
  ['one failed', report(5, 4), 1, { passed: 4, failed: 1 }],
  ['one was skipped, which is no pass', report(5, 4), 0, { passed: 4, failed: 1 }],
  ['a file could not be loaded', report(5, 5, [{ status: 'failed', assertionResults: [] }]), 1, { passed: 5, failed: 1 }],
  [
    'a test of a file failed, which is counted once',
    report(2, 1, [{ status: 'failed', assertionResults: [{}, {}] }]),
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
