import { readFile } from 'node:fs/promises'
import { printSchema } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './harness.ts'

test('schema.graphql is what the schema prints', async () => {
  const printed = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')

  expect(printed === `${printSchema(schema)}\n`, 'schema/schema.graphql is out of date: run `npm run schema:print`').toBe(true)
})
