import path from 'node:path'
import type { InlineConfig } from 'vite'
import { earlyScript } from './early-script.ts'
import { inlineDocuments } from './inline-documents.ts'
import { shaken } from './shaken.ts'

/** How Vite builds the dashboard of this repository into a folder. */
export function dashboardConfig(root: string, outDir: string): InlineConfig {
  return {
    root: path.join(root, 'src', 'dashboard'),
    // Only what is written here counts, not what lies in a folder above or in .env files.
    configFile: false,
    envDir: false,
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    cacheDir: path.join(root, 'node_modules', '.cache', 'vite'),
    css: { postcss: { plugins: [] } },
    oxc: { jsx: { importSource: 'preact' } },
    plugins: [
      inlineDocuments(),
      earlyScript(path.join(root, 'src', 'dashboard', 'early-theme.js')),
      shaken(path.join(root, 'src', 'dashboard', 'components', 'chart', 'shapes.ts')),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      // The first browsers that know light-dark().
      target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
      // The policy of the page allows neither scripts nor styles within it, and the browsers above preload by themselves.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: MANIFEST,
      reportCompressedSize: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: [SHARED] } },
        // A document is a long text: used twice, it would be there twice.
        optimization: { inlineConst: false },
      },
    },
  }
}

/**
 * What most pages share is one file, loaded with the first: many small ones compress worse, and each is a request. Not in it
 * is what forms read, as the first page has none.
 */
const SHARED = { name: 'shared', minShareCount: 5, test: /src.dashboard(?!.text.(?:duration-input|typed-values))/ }

/** The file that says which chunks there are and what each of them imports. */
export const MANIFEST = 'manifest.json'
