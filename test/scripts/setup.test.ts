import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'

const SCRIPTS = path.join(import.meta.dirname, '..', '..', 'scripts')
const WANTED = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', dev: true },
  'node_modules/for-another-platform': { version: '3.0.0', optional: true },
}
const COMPLETE = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', dev: true } }

/** A project whose npm and whose build of the dashboard only note that they were called. */
function createProject(installed: object | null, npmExitCode = 0) {
  const project = mkdtempSync(path.join(tmpdir(), 'recoverable-setup-'))
  onTestFinished(() => rmSync(project, { recursive: true }))
  mkdirSync(path.join(project, 'scripts'))
  mkdirSync(path.join(project, 'node_modules'))
  mkdirSync(path.join(project, 'src', 'dashboard'), { recursive: true })
  copyFileSync(path.join(SCRIPTS, 'setup.mjs'), path.join(project, 'scripts', 'setup.mjs'))
  cpSync(path.join(SCRIPTS, 'dashboard'), path.join(project, 'scripts', 'dashboard'), { recursive: true })
  writeFileSync(path.join(project, 'src', 'dashboard', 'main.tsx'), 'first')
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify({ packages: WANTED }))
  const hidden = path.join(project, 'node_modules', '.package-lock.json')
  if (installed !== null) writeFileSync(hidden, JSON.stringify({ packages: installed }))
  writeFileSync(path.join(project, 'npm.mjs'), noting('npm', `process.exit(${npmExitCode})`))
  writeFileSync(path.join(project, 'scripts', 'build-dashboard.mjs'), noting('build', FAKE_BUILD))
  return project
}

const noting = (name: string, then: string) =>
  `import { mkdirSync, writeFileSync } from 'node:fs'\nwriteFileSync('${name}-called', '')\n${then}\n`

const FAKE_BUILD = `
import { BUILT, hashOfInputs, STAMP } from './dashboard/freshness.mjs'
console.log('told by the build')
mkdirSync(BUILT, { recursive: true })
writeFileSync(BUILT + '/' + STAMP, hashOfInputs('.'))
`

/** Runs the setup, and tells what it called. */
function runSetup(project: string, env: object = {}) {
  const npm = path.join(project, 'npm.mjs')
  const options = { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'test', npm_execpath: npm, ...env } } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, 'scripts', 'setup.mjs')], options)
  const called = (name: string) => {
    const note = path.join(project, `${name}-called`)
    const exists = existsSync(note)
    rmSync(note, { force: true })
    return exists
  }
  return { status, stdout, stderr, installs: called('npm'), builds: called('build') }
}

/** What it does about packages. */
function setUp(installed: object | null, env: object = {}, npmExitCode = 0) {
  const { status, installs } = runSetup(createProject(installed, npmExitCode), env)
  return { status, installs }
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

test('the setup builds the dashboard once, and again when its sources or its packages change', () => {
  const project = createProject(COMPLETE)
  const builds = () => runSetup(project).builds
  expect([builds(), builds()]).toEqual([true, false])
  writeFileSync(path.join(project, 'src', 'dashboard', 'main.tsx'), 'second')
  expect([builds(), builds()]).toEqual([true, false])
  mkdirSync(path.join(project, 'src', 'client'))
  writeFileSync(path.join(project, 'src', 'client', 'client.ts'), '')
  expect([builds(), builds()]).toEqual([true, false])
  const lock = path.join(project, 'package-lock.json')
  writeFileSync(lock, `${readFileSync(lock, 'utf8')}\n`)
  expect([builds(), builds()]).toEqual([true, false])
})

test('what is being built beside it is no reason to build again', () => {
  const project = createProject(COMPLETE)
  runSetup(project)
  mkdirSync(path.join(project, 'src', 'dashboard', 'built.another'))
  writeFileSync(path.join(project, 'src', 'dashboard', 'built.another', 'index.html'), '')
  expect(runSetup(project).builds).toBe(false)
})

test('the build of the dashboard says nothing on stdout, which belongs to the command that follows', () => {
  const { stdout, stderr } = runSetup(createProject(COMPLETE))
  expect(stdout).toBe('')
  expect(stderr).toBe('Building the dashboard ...\ntold by the build\n')
})

test('what follows is started without the dashboard when it cannot be built', () => {
  const project = createProject(COMPLETE)
  // The true one, which finds no package here.
  copyFileSync(path.join(SCRIPTS, 'build-dashboard.mjs'), path.join(project, 'scripts', 'build-dashboard.mjs'))
  const { status, stderr } = runSetup(project)
  expect(status).toBe(0)
  expect(stderr).toBe(`Building the dashboard ...
The dashboard could not be built: its packages are not installed; run npm ci --include=optional
Going on without the dashboard; everything else works
`)
  expect(existsSync(path.join(project, 'src', 'dashboard', 'built'))).toBe(false)
})
