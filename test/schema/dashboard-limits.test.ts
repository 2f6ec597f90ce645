import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { checkLimits, DEFAULT_LIMITS } from '../../schema/limits.ts'
import { schema } from './harness.ts'

const modules = await Promise.all(
  globSync('src/dashboard/documents/*.ts').map((file) => import(resolve(file)) as Promise<Record<string, unknown>>),
)
const DOCUMENTS = modules.flatMap((one) => Object.entries(one)).map(([name, document]) => [name, String(document)] as const)

// More than the pages ask for at once: what the server answers at most.
const MOST = { id: 'x', first: 500, last: 500, active: 500, past: 500, window: 7 * 86_400_000, resolution: 3_600_000 }
// A server with limits a little below the usual ones still shows all pages.
const LIMITS = { ...DEFAULT_LIMITS, maxCost: 30_000, maxDepth: 8, maxAliases: 20 }
const MAX_TOKENS = 500

test.each(DOCUMENTS)('the document %s of the dashboard has room to spare within the limits', (_name, text) => {
  const document = parse(text, { maxTokens: MAX_TOKENS })
  const variableValues = { ...MOST, input: { id: 'x', functionName: 'f', scope: 's' }, error: { message: 'm' } }
  expect(checkLimits({ schema, document, variableValues }, LIMITS)).toBeNull()
})

test('all documents of the dashboard are looked at', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(60)
})
