import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ask, follow } from '../../scripts/demo/client.ts'
import { StartOperation } from '../../src/client/documents/controls.ts'
import { OperationById } from '../../src/client/documents/operations.ts'
import type { Store } from '../../src/operation/store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { finished } from '../store/stores.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { credential, word } from './secret-keeper.ts'

const KEY_BYTES = new Uint8Array(32).fill(7)
const KEY = `k1:${Buffer.from(KEY_BYTES).toString('base64')}`
const INPUT = { text: word('input'), nested: { password: credential('input'), list: [`Bearer ${credential('list')}`] } }
const METADATA = { tenant: 'acme', apiKey: credential('metadata'), note: `password=${credential('note')}` }

/** Confidential, but without a sign that would give them away: in the store they must be encrypted. */
const WORDS = ['input', 'step', 'state', 'progress', 'error', 'cause', 'result'].map(word)
/** To be found neither in the store nor in the logs. */
const CREDENTIALS = [
  ...['input', 'list', 'metadata', 'note', 'logged', 'header', 'url', 'line'],
  ...['step', 'progress', 'error', 'cause', 'result'],
].map(credential)

const MODULE = fileURLToPath(new URL('secret-keeper.ts', import.meta.url))

function start(folder: string, key: string): ServerProcess {
  return startServerProcess(folder, {
    RECOVERY_STORE: 'sqlite:recovery.db',
    RECOVERY_FUNCTIONS: MODULE,
    RECOVERY_LOG_LEVEL: 'trace',
    ...(key !== '' && { RECOVERY_ENCRYPTION_KEY: key }),
  })
}

/** Everything a server has left in its folder, as it would be looked through: plain, and in base64 at any offset. */
async function filesOf(folder: string): Promise<string> {
  const files = ['recovery.db', 'recovery.db-wal', 'recovery.db-shm'].map((name) => join(folder, name))
  return (await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')))).join('\n')
}

function found(texts: readonly string[], place: string): readonly string[] {
  return texts.filter((text) => place.includes(text) || base64Of(text).some((encoded) => place.includes(encoded)))
}

/** What is the same in the base64 of every text that holds this one. */
function base64Of(text: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + text).toString('base64')
    const inner = encoded.slice(shift === 0 ? 0 : 4, -4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** Starts the operation and kills the server while its second attempt hangs; answers what it has logged. */
async function killedMidway(folder: string, key: string): Promise<string> {
  const server = start(folder, key)
  const url = await server.started()
  await ask(url, StartOperation, { input: { functionName: 'keep_secrets', id: 'op', input: INPUT, metadata: METADATA } })
  while (!server.stderr().includes('HANGING')) await once(server.child.stderr, 'data')
  server.child.kill('SIGKILL')
  await server.exited
  return server.stdout() + server.stderr()
}

async function finishedAfter(folder: string, key: string): Promise<string> {
  await writeFile(join(folder, 'go'), '')
  const server = start(folder, key)
  const url = await server.started()
  const { operation: before } = await ask(url, OperationById, { id: 'op' })
  if (before?.state !== 'SUCCESS') {
    for await (const update of follow(() => url, before?.eventCursor ?? '')) if (update.state === 'SUCCESS') break
  }
  const { operation } = await ask(url, OperationById, { id: 'op' })
  expect(operation).toMatchObject({
    input: { text: word('input'), nested: { password: '[redacted]', list: ['Bearer [redacted]'] } },
    result: { text: word('result'), token: '[redacted]' },
  })
  server.child.kill('SIGTERM')
  await server.exited
  return server.stdout() + server.stderr()
}

// Servers start in processes of their own, on whatever else the machine is doing.
const SLOW = { timeout: 90_000 }

test('a server with a key leaves no secret in its files and logs, is killed, and goes on where it was', SLOW, async () => {
  const folder = await tempFolder()
  const logged = await killedMidway(folder, KEY)
  const files = await filesOf(folder)

  expect(logged).toContain('At work')
  expect(files).toContain('keep_secrets')
  expect(files).toContain('acme')
  expect(found([...WORDS, ...CREDENTIALS, KEY.slice(3)], files)).toEqual([])
  expect(found([...CREDENTIALS, KEY.slice(3)], logged)).toEqual([])

  const later = await finishedAfter(folder, KEY)
  expect(found([...WORDS, ...CREDENTIALS, KEY.slice(3)], await filesOf(folder))).toEqual([])
  expect(found([...CREDENTIALS, KEY.slice(3)], later)).toEqual([])
  await expectRealValues(folder)
})

/** The same store in this process, with an operation in it. */
async function open(folder: string): Promise<Store> {
  const encryption = [{ id: 'k1', key: KEY_BYTES }]
  const store = await openSqliteStore({ file: join(folder, 'recovery.db'), encryption, random: seededRandom(1) })
  await finished(store, 'another', { input: 'given' })
  return store
}

/** With the key, the store answers what the function was given and answered, and not what is shown. */
async function expectRealValues(folder: string): Promise<void> {
  const store = await open(folder)
  expect(await store.operation('op')).toMatchObject({
    input: INPUT,
    metadata: { tenant: 'acme', apiKey: '[redacted]', note: 'password=[redacted]' },
    result: { text: word('result'), token: credential('result') },
  })
  expect([...(await store.stepsOf(['op'])).values()].flat()).toMatchObject([
    { output: { text: word('step'), apiKey: credential('step') } },
  ])
  await store.close()
}

test('without a key the same search finds what was not encrypted, and still no secret in logs and metadata', SLOW, async () => {
  const folder = await tempFolder()
  const logged = await killedMidway(folder, '')
  const files = await filesOf(folder)

  expect(found(WORDS, files)).toEqual(WORDS.filter((text) => text !== word('result')))
  expect(found(['input', 'list', 'step'].map(credential), files)).toHaveLength(3)
  expect(found(['metadata', 'note', 'error', 'cause', 'progress'].map(credential), files)).toEqual([])
  expect(found(CREDENTIALS, logged)).toEqual([])
})

test.each([
  ['a key that is too short', KEY.slice(0, 20), 2, 'RECOVERY_ENCRYPTION_KEY is not as it must be'],
  ['another key of the same id', `k1:${Buffer.alloc(32, 9).toString('base64')}`, 1, 'is not the one that it is encrypted with'],
  ['no key', '', 1, 'and no key was given: set RECOVERY_ENCRYPTION_KEY'],
])(
  'a server does not start on an encrypted store with %s, and says why without showing any',
  SLOW,
  async (_what, key, code, expected) => {
    const folder = await tempFolder()
    await (await open(folder)).close()
    const server = start(folder, key)

    expect(await server.exited).toBe(code)
    expect(server.stderr()).toContain(expected)
    expect(found([KEY.slice(3), Buffer.alloc(32, 9).toString('base64')], server.stdout() + server.stderr())).toEqual([])
  },
)
