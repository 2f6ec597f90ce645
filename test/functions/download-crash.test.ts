import { appendFile, open, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Json } from '../../src/operation/json.ts'
import { sha256 } from '../support/content.ts'
import type { Fault } from '../support/faulty-server.ts'
import { type Bench, checkpointEvery, FILE, KIB, OTHER_FILE, setUpBench } from './download-bench.ts'

const often = checkpointEvery(64 * KIB)
const etag = '"v1"'

/** From the nth store on the process is dead: before or after it is stored, nothing is stored any more. */
function dieAt(bench: Bench, nth: number, when: 'before' | 'after') {
  let stores = 0
  bench.operation.onSet = (now) => {
    if (now === 'before') stores++
    if (stores > nth || (stores === nth && now === when)) throw new Error('the process is dead')
  }
}

function revive(bench: Bench) {
  bench.operation.onSet = () => undefined
}

/** What a loss of power leaves: bytes that were synced, and anything at all after them. */
async function spoilWhatWasNotSynced(bench: Bench) {
  const state = bench.operation.state as { offset: number } | null
  for (const name of await readdir(bench.folder)) {
    if (!name.endsWith('.partial')) continue
    const path = join(bench.folder, name)
    const keep = state?.offset ?? 0
    const handle = await open(path, 'r+')
    const { size } = await handle.stat()
    await handle.write(Buffer.alloc(Math.max(0, size - keep), 'x'), 0, null, keep).finally(() => handle.close())
    await appendFile(path, 'what was never sent')
  }
}

async function expectFile(bench: Bench, expected = FILE) {
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(expected))
  expect(await bench.names()).toEqual(['file.bin'])
}

test.each(['before', 'after'] as const)(
  'dying %s any store of the state loses nothing and keeps nothing that is wrong',
  async (when) => {
    let died = 0
    for (let nth = 1; nth <= 10; nth++) {
      const bench = await setUpBench()
      const url = bench.server.serve('/file.bin', { content: FILE, etag })
      const input = { url, destination: 'file.bin' }
      dieAt(bench, nth, when)
      const outcome = await bench.attempt(input, often).then(
        () => 'done',
        (error: Error) => error.message,
      )
      revive(bench)
      if (outcome === 'done') break
      died++
      expect(outcome).toBe('the process is dead')
      await spoilWhatWasNotSynced(bench)

      // Without a sha256 to check, only the rules of the checkpoint stand between us and a wrong file.
      expect(await bench.attempt(input, often)).toMatchObject({ bytes: FILE.length, sha256: sha256(FILE) })
      await expectFile(bench)
    }
    expect(died).toBeGreaterThanOrEqual(4)
  },
)

test('dying anywhere while one file takes the place of another never mixes the two', async () => {
  for (let nth = 1; nth <= 8; nth++) {
    for (const when of ['before', 'after'] as const) {
      const bench = await setUpBench()
      const cut: Fault = { breakAfter: { bytes: 200 * KIB, by: 'end' } }
      const toOther: Fault = { replace: { content: OTHER_FILE, etag: '"v2"' } }
      // The third request meets the first file again: two servers behind one name that are not yet in step.
      const back: Fault = { replace: { content: FILE, etag } }
      const url = bench.server.serve('/file.bin', { content: FILE, etag, faults: [cut, toOther, back] })
      const input = { url, destination: 'file.bin' }
      await expect(bench.attempt(input, often)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
      dieAt(bench, nth, when)
      const result = await bench.attempt(input, often).catch(() => null)
      revive(bench)
      const last = result ?? (await bench.attempt(input, often))
      const file = await bench.read('file.bin')
      expect([sha256(FILE), sha256(OTHER_FILE)]).toContain(sha256(file))
      expect(last.sha256).toBe(sha256(file))
    }
  }
})

/** A download whose process died in the moment given, and whose server is gone since. */
async function dieAround(moment: 'before the rename' | 'after the rename') {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, etag })
  const input = { url, destination: 'file.bin' }
  if (moment === 'before the rename') {
    bench.operation.onSet = (when, value) => {
      if (when === 'after' && (value as { sha256: Json }).sha256 !== null) throw new Error('the process is dead')
    }
    await expect(bench.attempt(input)).rejects.toThrow('the process is dead')
    expect(await bench.partialSize()).toBe(FILE.length)
    revive(bench)
  } else {
    await bench.attempt(input)
    await expectFile(bench)
  }
  await bench.server.close()
  return { bench, input }
}

test.each(['before the rename', 'after the rename'] as const)(
  'dying %s, the file is finished without the server',
  async (moment) => {
    const { bench, input } = await dieAround(moment)
    expect(await bench.attempt(input)).toEqual({
      path: 'file.bin',
      bytes: FILE.length,
      sha256: sha256(FILE),
      resumedFrom: FILE.length,
    })
    expect(bench.server.requests).toHaveLength(1)
    await expectFile(bench)
  },
)

test('before the rename an old file of the same name is no sign of success', async () => {
  const { bench, input } = await dieAround('before the rename')
  await writeFile(join(bench.folder, 'file.bin'), OTHER_FILE)
  await bench.attempt(input)
  await expectFile(bench)
})

test('before the rename a file of the same name and content is replaced, so that nothing unfinished is left', async () => {
  const { bench, input } = await dieAround('before the rename')
  await writeFile(join(bench.folder, 'file.bin'), FILE)
  await bench.attempt(input)
  await expectFile(bench)
})

test.each<[string, (path: string) => Promise<void>]>([
  ['replaced', (path) => writeFile(path, OTHER_FILE)],
  ['cut', (path) => truncate(path, 5)],
  ['removed', (path) => rm(path)],
])('a finished file that was %s before its result was stored is fetched again', async (_what, change) => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, etag })
  await bench.attempt({ url, destination: 'file.bin' })
  await change(join(bench.folder, 'file.bin'))
  expect(await bench.attempt({ url, destination: 'file.bin' })).toMatchObject({ resumedFrom: 0, sha256: sha256(FILE) })
  await expectFile(bench)
})

test('a verified but unnamed file that was damaged since is fetched again', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, etag })
  dieAt(bench, 2, 'after')
  await expect(bench.attempt({ url, destination: 'file.bin' })).rejects.toThrow('the process is dead')
  revive(bench)
  const [name = ''] = await bench.names()
  await writeFile(join(bench.folder, name), OTHER_FILE)

  expect(await bench.attempt({ url, destination: 'file.bin' })).toMatchObject({ resumedFrom: 0, sha256: sha256(FILE) })
  await expectFile(bench)
})
