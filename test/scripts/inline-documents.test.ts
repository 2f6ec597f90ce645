import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDocuments } from '../../scripts/dashboard/inline-documents.ts'
import { graphql } from '../../src/client/gql/gql.ts'

const DOCUMENTS = join(import.meta.dirname, '..', '..', 'src', 'client', 'documents')

const inlined = async (file: string) =>
  withDocuments(await readFile(join(DOCUMENTS, file), 'utf8'), { graphql: graphql as (source: string) => unknown })

test('a document stands where it was looked up, without blanks and with its fragments', async () => {
  const code = await inlined('bulk.ts')
  expect(code).not.toMatch(/import|graphql\(/)
  expect(code).toContain(
    'export const RetryOperations = "mutation RetryOperations($input:RetryOperationsInput!){retryOperations(input:$input){...BulkFields}}fragment BulkFields on BulkResult{',
  )
})

const generated = { graphql: (source: string) => (source.includes('known') ? new String(source) : {}) }
const call = (text: string) => `import { graphql } from '../gql/gql.ts'\nexport const A = graphql(/* GraphQL */ \`${text}\`)`

test('a blank within a text is kept', () => {
  expect(withDocuments(call('{ known(a: "b  c") }'), generated).trim()).toBe('export const A = "{known(a:\\"b  c\\")}"')
})

test('a fragment that stands alone is left out, for it is in the documents that use it', () => {
  const fragment = 'graphql(/* GraphQL */ `\n  fragment known on A { b }\n`)'
  expect(withDocuments(`${fragment}\n\n${fragment}\n`, generated).trim()).toBe('')
})

test('a document that was not generated stops the build, with what to do', () => {
  expect(() => withDocuments(call('query New { x }'), generated)).toThrow('run npm run codegen: query New { x }')
})

test.each(['{ known $\u007bmore} }', '{ known(a: "\\n") }'])('the document %s is not guessed at', (text) => {
  expect(() => withDocuments(call(text), generated)).toThrow('Write the document as graphql(')
})
