import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'

const SETUP = path.join(import.meta.dirname, '..', '..', 'scripts', 'setup.mjs')
const WANTED = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', dev: true },
  'node_modules/for-another-platform': { version: '3.0.0', optional: true },
}
const COMPLETE = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', dev: true } }

/** Runs the setup in a project where these packages are installed, with an npm that only notes that it was called. */
function setUp(installed: object | null, env: object = {}, npmExitCode = 0) {
  const project = mkdtempSync(path.join(tmpdir(), 'recoverable-setup-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  mkdirSync(path.join(project, 'scripts'))
  mkdirSync(path.join(project, 'node_modules'))
  copyFileSync(SETUP, path.join(project, 'scripts', 'setup.mjs'))
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify({ packages: WANTED }))
  const hidden = path.join(project, 'node_modules', '.package-lock.json')
  if (installed !== null) writeFileSync(hidden, JSON.stringify({ packages: installed }))
  const npm = path.join(project, 'npm.mjs')
  const note = `writeFileSync('called', process.argv.slice(2).join(' '))`
  writeFileSync(npm, `import { writeFileSync } from 'node:fs'\n${note}\nprocess.exit(${npmExitCode})\n`)
  const options = { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'test', npm_execpath: npm, ...env } } as const
  const { status } = spawnSync(process.execPath, [path.join(project, 'scripts', 'setup.mjs')], options)
  return { status, installs: existsSync(path.join(project, 'called')) }
}

test.each([
  ['nothing is installed', null],
  ['a package is missing', { 'node_modules/b': { version: '2.0.0' } }],
  ['a package has another version', { ...COMPLETE, 'node_modules/a': { version: '1.0.1' } }],
])('the setup installs when %s', (_name, installed) => {
  expect(setUp(installed)).toEqual({ status: 0, installs: true })
})

test.each([
  ['everything is there but what is for other platforms', COMPLETE, {}],
  ['only development packages are missing in production', { 'node_modules/a': { version: '1.0.0' } }, { NODE_ENV: 'production' }],
])('the setup does nothing when %s', (_name, installed, env) => {
  expect(setUp(installed, env)).toEqual({ status: 0, installs: false })
})

test('an installation that fails stops what was to follow', () => {
  expect(setUp(null, {}, 7)).toEqual({ status: 7, installs: true })
})
