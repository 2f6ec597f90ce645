// Node runs TypeScript as it is, but does not know decorators yet. esbuild lowers them, file by file, as they are
// imported. With tsc, tsx or a bundler you need nothing of this.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const A_DECORATOR = /^\s*@\w/m

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context)
    const file = fileURLToPath(url)
    const source = readFileSync(file, 'utf8')
    if (!A_DECORATOR.test(source)) return nextLoad(url, context)
    const { code } = transformSync(source, { loader: 'ts', target: 'es2022', sourcefile: file, sourcemap: 'inline' })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
