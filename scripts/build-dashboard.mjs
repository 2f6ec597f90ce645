// `npm run dashboard:build`: builds the Recovery Dashboard. `--if-stale` does so only when its sources have changed since,
// `--out` names another folder than the one of a clone. It needs a Node that runs TypeScript, and the optional packages.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { BUILT, hashOfInputs, isBuiltFrom, STAMP } from './dashboard/freshness.mjs'

const root = path.join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' }, out: { type: 'string' } } })
const target = path.resolve(root, values.out ?? BUILT)

/** Builds into a folder beside the target and puts it in its place at once: two starts may build at the same time. */
async function build() {
  const hash = hashOfInputs(root)
  if (values['if-stale'] && isBuiltFrom(target, hash)) return
  const folder = `${target}.${randomUUID()}`
  try {
    // Whatever the environment says: with another value it would be a build for development.
    process.env.NODE_ENV = 'production'
    const [vite, { dashboardConfig }] = await Promise.all([import('vite'), import('./dashboard/vite-config.ts')])
    await vite.build(dashboardConfig(root, folder))
    compress(path.join(folder, 'assets'))
    compress(folder)
    writeFileSync(path.join(folder, STAMP), hash)
    publish(folder, hash)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each file once more as Brotli and as gzip, so that the server has nothing to compress. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((file) => /\.(html|js|css|svg)$/.test(file))) {
    const file = path.join(folder, name)
    const content = readFileSync(file)
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
  }
}

function publish(folder, hash) {
  // Somebody else was faster, and a server may be reading it.
  if (values['if-stale'] && isBuiltFrom(target, hash)) return
  const old = `${folder}.old`
  move(target, old, ['ENOENT'])
  // Another one came in between: what it put there is as good.
  move(folder, target, ['ENOTEMPTY', 'EEXIST', 'EPERM'])
  rmSync(old, { recursive: true, force: true })
}

function move(from, to, allowed) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!allowed.includes(error.code)) throw error
  }
}

try {
  await build()
} catch (error) {
  const missing = error.code === 'ERR_MODULE_NOT_FOUND'
  const reason = missing ? 'its packages are not installed; run npm ci --include=optional' : error.message
  console.error(`The dashboard could not be built: ${reason}`)
  process.exitCode = 1
}
