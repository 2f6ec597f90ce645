import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

// Of graphql-ws it is a third, of the documents a quarter.
const BUDGET_KB = 11

/** What a page that uses the client would load. */
async function bundle(code: string) {
  const stdin = { contents: code, resolveDir: import.meta.dirname, loader: 'ts' } as const
  const result = await build({
    stdin,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  })
  return { code: result.outputFiles[0]?.contents ?? new Uint8Array(), files: Object.keys(result.metafile.inputs) }
}

test(`the client for a page, graphql-ws included, is at most ${BUDGET_KB} kB gzipped`, async () => {
  const { code } = await bundle("export * from '../../src/client/index.ts'")
  expect(gzipSync(code).length).toBeLessThan(BUDGET_KB * 1000)
})

test('nothing of Node and no package but graphql-ws is in it', async () => {
  const { code, files } = await bundle("export * from '../../src/client/index.ts'")
  const foreign = files.filter((file) => !file.startsWith('src/client/') && file !== '<stdin>')
  expect(foreign.filter((file) => !file.startsWith('node_modules/graphql-ws/dist/'))).toEqual([])
  expect(Buffer.from(code).toString()).not.toMatch(/node:|\bprocess\.|\bBuffer\b|require\(/)
  await expect(bundle("export * from 'node:fs'")).rejects.toThrow('node:fs')
})
