import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createToken, hashToken, tokenEntryText } from '../../src/server/auth/tokens.ts'
import { killServer, type ServerProcess, spawnServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { differences, examplesIn, type Place, runExample } from './examples.ts'
import { documentedSnippets, type Snippet } from './snippets.ts'

const FUNCTIONS = fileURLToPath(new URL('../../examples/my-functions.ts', import.meta.url))
const snippets = documentedSnippets()
const examples = examplesIn(snippets)
const documents = [...new Set(examples.map(fileOf))]

function fileOf({ place }: Snippet): string {
  return place.replace(/:\d+$/, '')
}

// The examples of a document build on each other: they are run in their order, on a server of the document's own.
describe.each(documents)('the examples of %s', (document) => {
  let server: ServerProcess
  let place: Place

  beforeAll(async () => {
    const token = createToken((size) => new Uint8Array(size).fill(7))
    const folder = await mkdtemp(path.join(tmpdir(), 'recoverable-examples-'))
    server = spawnServerProcess(folder, {
      RECOVERY_STORE: 'memory:',
      RECOVERY_FUNCTIONS: FUNCTIONS,
      RECOVERY_TOKENS: tokenEntryText({ name: 'ada', role: 'admin', hash: hashToken(token) }),
    })
    place = { url: await server.started(), token, folder }
  })

  afterAll(async () => {
    await killServer(server)
    await rm(place.folder, { recursive: true })
  })

  const own = examples.filter((example) => fileOf(example) === document)
  test.each(own)('$place runs and answers what it says', async (example) => {
    const answer = await runExample(example, place)
    expect({ answer, differs: differences(example.answer, answer) }).toEqual({ answer, differs: [] })
    if (example.answer === undefined) expect(answer).not.toHaveProperty('errors')
  })
})

test.each(snippets.filter(({ mark }) => mark === 'config'))(
  'the configuration at $place is one that a server starts with',
  async ({ language, code }) => {
    const cwd = await tempFolder()
    await writeFile(path.join(cwd, `recoverable.config.${language}`), code)
    expect(await loadConfig({ argv: [], env: {}, cwd })).toMatchObject({ wants: 'server', warnings: [] })
  },
)

test.each(snippets.filter(({ mark }) => mark === 'env'))(
  'the environment at $place is one that a server starts with',
  async ({ code }) => {
    const lines = code.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const env = Object.fromEntries(lines.map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) as [string, string]))
    expect(await loadConfig({ argv: [], env, cwd: await tempFolder() })).toMatchObject({ wants: 'server', warnings: [] })
  },
)

test('an answer that lacks what was promised would be noticed, and more than that is welcome', () => {
  expect(differences({ a: [{ b: 1 }], c: '…' }, { a: [{ b: 1, more: true }], c: 'x', d: 2 })).toEqual([])
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toEqual(['answer.a.0.b'])
  expect(differences({ a: [1] }, { a: [1, 2] })).toEqual(['answer.a'])
  expect(differences({ a: '…' }, {})).toEqual(['answer.a'])
  expect(differences({ a: { b: 1 } }, { a: null })).toEqual(['answer.a'])
})
