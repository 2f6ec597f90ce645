import { readFile } from 'node:fs/promises'
import { generate } from '@graphql-codegen/cli'
import { expect, test } from 'vitest'
import config from '../../codegen.ts'

test('the generated types are what schema.graphql and the documents say', async () => {
  const files = await generate({ ...config, silent: true }, false)

  expect(files.length).toBeGreaterThan(0)
  for (const { filename, content } of files) {
    const there = await readFile(new URL(`../../${filename}`, import.meta.url), 'utf8').catch(() => null)
    expect(there === content, `${filename} is out of date: run \`npm run codegen\``).toBe(true)
  }
})
