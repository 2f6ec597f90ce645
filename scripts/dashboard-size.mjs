// A stage of the gate: the scripts that a person loads who opens the dashboard stay within their budget.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { BUILT } from './dashboard/freshness.mjs'
import { initialScripts, verdictOf } from './dashboard/size.ts'
import { MANIFEST } from './dashboard/vite-config.ts'

const root = path.join(import.meta.dirname, '..')
const built = path.join(root, BUILT)
const build = path.join(root, 'scripts', 'build-dashboard.mjs')
const { status } = spawnSync(process.execPath, [build, '--if-stale'], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const scripts = initialScripts(JSON.parse(readFileSync(path.join(built, MANIFEST), 'utf8')))
const sizes = scripts.map((script) => statSync(path.join(built, `${script}.gz`)).size)
const { isWithin, text } = verdictOf(sizes)
if (!isWithin) for (const [index, script] of scripts.entries()) console.log(`${sizes[index]} bytes: ${script}`)
console.log(text)
process.exitCode = isWithin ? 0 : 1
