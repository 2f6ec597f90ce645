// Runs before `npm start`, `npm test` and others: installs what package-lock.json names when it is missing or out of date,
// and builds the dashboard likewise.
// Plain JavaScript, because it runs before there is anything else, on whatever Node 20 or newer the machine has.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { BUILT, hashOfInputs, isBuiltFrom } from './dashboard/freshness.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const ownNode = path.join(modules, '.bin', 'node')

/** The packages that a lock file names. npm writes one of its own into node_modules when an installation is complete. */
function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {}
}

/** Whether something is missing or has another version. What is optional may be missing: it is for other platforms. */
function isStale() {
  const installed = packagesOf(path.join(modules, '.package-lock.json'))
  const production = process.env.NODE_ENV === 'production'
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).some(([place, wanted]) => {
    const found = installed[place]
    if (found !== undefined) return found.version !== wanted.version
    return place !== '' && !wanted.optional && !(production && wanted.dev)
  })
}

/** Whether the Node that npm scripts will run is new enough to run TypeScript as it stands. */
function nodeIsTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return !existsSync(ownNode) && (major < 22 || (major === 22 && minor < 18))
}

/** Builds the dashboard. Without it a server still serves everything else, and its page says what to do. */
function buildDashboard() {
  // Not on stdout, which belongs to the command that follows.
  console.error('Building the dashboard ...')
  const node = existsSync(ownNode) ? ownNode : process.execPath
  const args = ['--disable-warning=ExperimentalWarning', path.join(root, 'scripts', 'build-dashboard.mjs'), '--if-stale']
  const { status, error } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 'inherit'] })
  if (error !== undefined) console.error(`${node} could not be started: ${error.message}`)
  if (status !== 0) console.error('Going on without the dashboard; everything else works')
}

if (isStale()) {
  console.log('Installing dependencies (npm ci) ...')
  // No package needs its install script. npm would run one of its own for better-sqlite3, which brings its binary: it does
  // nothing in the end, but wants Python, a compiler and Node's headers from another server.
  const install = ['ci', '--ignore-scripts']
  const npm = process.env.npm_execpath
  const [command, ...args] = npm === undefined ? ['npm', ...install] : [process.execPath, npm, ...install]
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error !== undefined) console.error(`npm could not be started: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}
if (nodeIsTooOld()) {
  console.error(
    `Node ${process.versions.node} is too old, and none could be installed for this platform; use Node 24 (22.18 at least)`,
  )
  process.exit(1)
}
if (!isBuiltFrom(path.join(root, BUILT), hashOfInputs(root))) buildDashboard()
