import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const project = mkdtempSync(path.join(tmpdir(), 'recoverable-lint-'))
afterAll(() => rmSync(project, { recursive: true }))

for (const file of ['biome.json', 'package.json', '.gitignore', 'scripts/no-ambient-time.grit']) {
  mkdirSync(path.join(project, path.dirname(file)), { recursive: true })
  copyFileSync(path.join(root, file), path.join(project, file))
}

/** The rules that a file of this content breaks. */
function rulesBrokenBy(file: string, source: string): readonly string[] {
  mkdirSync(path.join(project, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(project, file), source)
  const args = ['lint', '--reporter=json', '--diagnostic-level=error', file]
  const { stdout } = spawnSync(path.join(root, 'node_modules', '.bin', 'biome'), args, { cwd: project, encoding: 'utf8' })
  const report = JSON.parse(stdout) as { diagnostics: readonly { category: string }[] }
  return report.diagnostics.map(({ category }) => category)
}

const TIME = [
  ['Date.now()', 'lint/nursery/noJsRestrictedProperties'],
  ['new Date()', 'plugin'],
  ['Math.random()', 'lint/nursery/noJsRestrictedProperties'],
  ['performance.now()', 'lint/style/noRestrictedGlobals'],
  ['crypto.randomUUID()', 'lint/nursery/noJsRestrictedProperties'],
  ['setTimeout(() => 1, 2)', 'lint/style/noRestrictedGlobals'],
  ['globalThis.setTimeout(() => 1, 2)', 'lint/nursery/noJsRestrictedProperties'],
] as const

test.each(TIME)('%s is refused everywhere but where the clock lives', (code, rule) => {
  const source = `export const value = ${code}\n`
  expect(rulesBrokenBy('src/engine/loop.ts', source)).toContain(rule)
  expect(rulesBrokenBy('src/engine/system.ts', source)).toEqual([])
})

test.each([
  [
    'an import of a timer',
    "import { setTimeout } from 'node:timers/promises'\nawait setTimeout(1)\n",
    'lint/style/noRestrictedImports',
  ],
  ['an import of randomness', "import { randomUUID } from 'node:crypto'\nrandomUUID()\n", 'lint/style/noRestrictedImports'],
  ['a promise left alone', 'async function f() {\n  await null\n}\nf()\n', 'lint/nursery/noFloatingPromises'],
  ['any', 'export const x: any = 1\n', 'lint/suspicious/noExplicitAny'],
  ['a default export', 'export default 1\n', 'lint/style/noDefaultExport'],
  ['the console', "console.log('x')\n", 'lint/suspicious/noConsole'],
  ['an import without its extension', "import { x } from './loop'\nexport const y = x\n", 'lint/correctness/useImportExtensions'],
  ['a long file', 'export {}\n'.repeat(251), 'lint/style/noExcessiveLinesPerFile'],
  ['a long function', `export function f() {${'\n  f()'.repeat(51)}\n}\n`, 'lint/complexity/noExcessiveLinesPerFunction'],
])('%s in the source is refused', (_name, source, rule) => {
  expect(rulesBrokenBy('src/engine/loop.ts', source)).toContain(rule)
})
