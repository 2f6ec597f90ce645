// The gate: `npm test`, or `npm run check`. Every stage runs, whatever became of those before it. The last line tells
// the true totals: each test counts, and so does each stage that is no test run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { failuresIn, filesToRunAgain, totalsOf, withSecondRun } from './test-totals.ts'

const root = path.join(import.meta.dirname, '..')
const bin = path.join(root, 'node_modules', '.bin')
const reports = mkdtempSync(path.join(tmpdir(), 'recoverable-check-'))

// The tests of the pure rooms run by themselves, because they alone must reach every line and branch.
const PURE = ['test/operation', 'test/policy']
const NOT_PURE = PURE.flatMap((folder) => ['--exclude', `${folder}/**`])

// A stage that `tells` has its output in its line.
const STAGES = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'imports between rooms', command: ['node', '--disable-warning=ExperimentalWarning', 'scripts/architecture.ts'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the dashboard', command: ['tsc', '-p', 'tsconfig.dashboard.json'] },
  { name: 'unused files, exports and dependencies', command: ['knip', '--no-progress'] },
  {
    name: 'size of the dashboard',
    command: ['node', '--disable-warning=ExperimentalWarning', 'scripts/dashboard-size.mjs'],
    tells: true,
  },
  testStage('tests of the pure rooms, every line and branch', 'pure', [...PURE, '--coverage']),
  // They use real browsers, sockets and processes: what fails on a busy machine gets a second try, and is told.
  { ...testStage('all other tests', 'rest', NOT_PURE), again: (files) => testStage('once more', 'again', files) },
]

function testStage(name, reportName, args) {
  const report = path.join(reports, `${reportName}.json`)
  return {
    name,
    report,
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
  }
}

/** Runs one stage, tells how it went, and answers its totals. */
function run(stage) {
  const startedAt = performance.now()
  const first = { ...spawn(stage.command), report: reportOf(stage) }
  const second = runAgain(stage, first)
  const { status, output, report } = second ?? first
  const totals = totalsOfStage(stage, report, status)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const tests = stage.report === undefined ? '' : `, ${totals.passed} passed`
  const told = stage.tells && totals.failed === 0 ? `, ${output.trim()}` : ''
  console.log(`${totals.failed === 0 ? 'ok  ' : 'FAIL'} ${stage.name} (${seconds} s${tests}${told})`)
  if (totals.failed > 0 || second !== null) console.log(first.output)
  if (second !== null) console.log([...failuresIn(first.report).map((name) => `RUN AGAIN ${name}`), output].join('\n'))
  return totals
}

function spawn([command, ...args]) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    // npm puts the repository's own Node first; so do we, for whoever calls this file directly.
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, NO_COLOR: '1' },
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  return { status, output: [stdout, stderr, error?.message].filter(Boolean).join('\n') }
}

/** Runs the files that failed once more, where the stage allows it and they are few; null when there is no need or no use. */
function runAgain(stage, { report, output }) {
  // An error outside of all tests is of no file: no second run makes up for it.
  const files = stage.again === undefined || output.includes('Unhandled Error') ? [] : filesToRunAgain(report)
  if (files.length === 0) return null
  const again = stage.again(files)
  const ended = spawn(again.command)
  const second = reportOf(again)
  return { ...ended, report: second === null ? report : withSecondRun(report, second) }
}

function reportOf({ report }) {
  return report !== undefined && existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
}

/** What a stage adds to the totals: its tests, or one check. */
function totalsOfStage(stage, report, status) {
  if (stage.report !== undefined) return totalsOf(report, status)
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const totals = STAGES.map(run)
rmSync(reports, { recursive: true })
const passed = totals.reduce((sum, stage) => sum + stage.passed, 0)
const failed = totals.reduce((sum, stage) => sum + stage.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
