import { availableParallelism } from 'node:os'
import { transform } from 'esbuild'
import { defineConfig, type Plugin } from 'vitest/config'

/** Neither Node nor Vitest's own compiler knows TC39 decorators: esbuild lowers them, where a test has any. */
const decorators: Plugin = {
  name: 'decorators',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.endsWith('.test.ts') || !/^\s*@\w/m.test(code)) return null
    return transform(code, { loader: 'ts', target: 'es2022', sourcemap: true, sourcefile: id })
  },
}

export default defineConfig({
  plugins: [decorators],
  // Without Vite's `development` condition, as Node resolves: else our modules and Pothos load two copies of graphql.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: tests open real files and sockets, and some of them signal their own process.
    pool: 'forks',
    // Files of tests wait for processes and browsers more than they compute: two at a time even where there are two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A test that starts ten processes takes a second on a quick machine that is idle, and half a minute on one that is not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes in its own time: on a busy machine a second is nothing.
    expect: { poll: { timeout: 10_000 } },
    allowOnly: false,
    passWithNoTests: false,
    coverage: {
      provider: 'v8',
      // The pure rooms decide everything, so every line and branch of them is proven. See scripts/check.mjs.
      include: ['src/operation/**', 'src/policy/**'],
      reporter: ['text'],
      skipFull: true,
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
})
