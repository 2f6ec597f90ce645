import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Puts a script as it is at the head of the page, to run before anything is painted: modules run later, and the policy of
 * the page allows no script within it.
 */
export function earlyScript(file: string): Plugin {
  const source = readFileSync(file, 'utf8')
  const fileName = `assets/early-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
  return {
    name: 'early-script',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head' }],
  }
}
