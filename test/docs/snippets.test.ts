import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Server } from '../../scripts/demo/server.ts'
import {
  brokenPromises,
  checkTypes,
  createReadersProject,
  documentedSnippets,
  runSnippet,
  type Snippet,
  snippetsIn,
} from './snippets.ts'

const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8'))
const functions = path.join(import.meta.dirname, '..', '..', 'examples', 'my-functions.ts')
const snippets = documentedSnippets()
const programs = snippets.filter(({ language, mark }) => language === 'ts' && mark === '')
const project = createReadersProject()
// The programs that talk to a server find one here.
const server = new Server(project, { RECOVERY_STORE: 'memory:', RECOVERY_FUNCTIONS: functions })

beforeAll(async () => {
  await server.start()
  process.env.RECOVERY_URL = server.url
})

afterAll(async () => {
  await server.stop()
  rmSync(project, { recursive: true })
})

/** What is wrong with a GraphQL document, in the words of the validator. */
function faultsOf(document: string): readonly string[] {
  return validate(schema, parse(document)).map((error) => error.message)
}

test.concurrent.each(programs)('the program at $place runs to its end and prints what it says', async ({ code }: Snippet) => {
  const { exitCode, output } = await runSnippet(project, code)
  const broken = brokenPromises(code, output)
  expect({ exitCode, broken, output: exitCode === 0 && broken.length === 0 ? '' : output }).toEqual({
    exitCode: 0,
    broken: [],
    output: '',
  })
})

test('the programs in the documents have no type errors', async () => {
  const { exitCode, output } = await checkTypes(
    project,
    programs.map(({ code }) => code),
  )
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: '' })
}, 60_000)

test.each(snippets.filter(({ language }) => language === 'graphql'))(
  'the GraphQL document at $place is valid',
  ({ code }: Snippet) => {
    expect(faultsOf(code)).toEqual([])
  },
)

test('a program that fails, one with a wrong type, and a query of a field that is not there would be noticed', async () => {
  expect((await checkTypes(project, ["const n: number = 'one'"])).output).toContain('error TS2322')
  expect(await runSnippet(project, 'process.exit(3)')).toMatchObject({ exitCode: 3 })
  expect(faultsOf('{ noSuchField }')).toEqual(['Cannot query field "noSuchField" on type "Query".'])
})

test('a program that prints something else than it says would be noticed, and decorators are lowered', async () => {
  const code = "console.log(6 * 7) // 42: the answer\nconsole.log('one') // two\n// console.log(3) // 3\n"
  expect(brokenPromises(code, '42\none\n')).toEqual(['two'])
  expect(brokenPromises(code, 'two\n42\none\n')).toEqual(['two'])
  const decorated = 'const same = (method: unknown) => method as () => void\nclass A {\n  @same\n  run() {}\n}\nnew A().run()\n'
  expect(await runSnippet(project, decorated)).toEqual({ exitCode: 0, output: '' })
})

test('blocks are found with their language, their mark and their line', () => {
  const text = '# Title\n\n```ts no-run\nconst a = 1\n```\n\n- item\n  ```graphql\n  { a }\n  ```\n'
  expect(snippetsIn('a.md', text)).toEqual([
    { place: 'a.md:3', language: 'ts', mark: 'no-run', code: 'const a = 1\n' },
    { place: 'a.md:8', language: 'graphql', mark: '', code: '  { a }\n' },
  ])
})
