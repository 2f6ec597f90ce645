// `npm run build`: compiles what is published to dist/. A clone needs none of it, it runs its sources; Node refuses
// TypeScript below node_modules, so a package must bring JavaScript.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const root = path.join(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')

rmSync(dist, { recursive: true, force: true })
// Declarations for the two faces alone: nobody imports the server by its types.
for (const project of ['tsconfig.build.json', 'tsconfig.faces.json']) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
// The compiled files look for their version where the sources find it: one folder up.
const { name, version, type } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
mkdirSync(dist, { recursive: true })
writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify({ name, version, type }, null, 2)}\n`)
// Without its packages there is nothing to publish: a server without its dashboard is not what users expect.
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'scripts', 'build-dashboard.mjs'), '--out', path.join('dist', 'src', 'dashboard', 'built')],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = status ?? 1
