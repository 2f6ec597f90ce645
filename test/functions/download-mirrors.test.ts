import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../support/content.ts'
import { type Fault, type ServedFile, startFaultyServer } from '../support/faulty-server.ts'
import { FILE, KIB, OTHER_FILE, setUpBench } from './download-bench.ts'

const CUT = 200 * KIB
const cut: Fault = { breakAfter: { bytes: CUT, by: 'end' } }
const SURE = { sha256: sha256(FILE) }

/** A download with a mirror on another origin. */
async function setUpMirror(main: Partial<ServedFile>, mirrored: Partial<ServedFile> = {}) {
  const bench = await setUpBench()
  const mirror = await startFaultyServer()
  onTestFinished(() => mirror.close())
  const url = bench.server.serve('/file.bin', { content: FILE, etag: '"main"', ...main })
  const mirrors = [mirror.serve('/copy.bin', { content: FILE, etag: '"copy"', ...mirrored })]
  return { bench, mirror, input: { url, mirrors, destination: 'file.bin' } }
}

test('a source that works is the only one asked', async () => {
  const { bench, mirror, input } = await setUpMirror({})
  await bench.attempt(input)
  expect(mirror.requests).toEqual([])
})

test.each<[string, Fault]>([
  ['is not found', { status: 404 }],
  ['is gone', { status: 410 }],
  ['is busy', { status: 503 }],
  ['is asked too much', { status: 429 }],
  ['meets a fault of the server', { status: 500 }],
  ['sends it in an encoding', { gzip: true }],
])('the mirror is asked when the file at the url %s', async (_what, fault) => {
  const { bench, input } = await setUpMirror({ faults: [fault] })
  expect(await bench.attempt(input)).toMatchObject({ sha256: sha256(FILE) })
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(FILE))
})

test('the mirror is asked when the url cannot be connected to', async () => {
  const { bench, input } = await setUpMirror({})
  await bench.server.close()
  expect(await bench.attempt(input)).toMatchObject({ sha256: sha256(FILE) })
  bench.server.close = async () => undefined
})

test.each([401, 403, 400])('the mirror is not asked after a %i: what is refused is not got elsewhere', async (status) => {
  const { bench, mirror, input } = await setUpMirror({ faults: [{ status }] })
  await expect(bench.attempt(input)).rejects.toMatchObject({ status })
  expect(mirror.requests).toEqual([])
})

test('the mirror is not asked when the address of the url is refused', async () => {
  const { bench, mirror, input } = await setUpMirror({})
  await expect(bench.attempt(input, { allowPrivate: false })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  expect(mirror.requests).toEqual([])
})

test('with the sha256 a mirror goes on where the url stopped, by the length of the file and without its ETag', async () => {
  const { bench, mirror, input } = await setUpMirror({ faults: [cut] })
  expect(await bench.attempt({ ...input, ...SURE })).toMatchObject(SURE)
  expect(mirror.requests[0]?.headers).toMatchObject({ range: `bytes=${CUT}-` })
  expect(mirror.requests[0]?.headers['if-range']).toBeUndefined()
  expect(mirror.requests).toHaveLength(1)
})

test('without the sha256 a mirror sends the whole file', async () => {
  const { bench, mirror, input } = await setUpMirror({ faults: [cut] }, { content: OTHER_FILE })
  expect(await bench.attempt(input)).toMatchObject({ sha256: sha256(OTHER_FILE), resumedFrom: 0 })
  expect(mirror.requests[0]?.headers.range).toBeUndefined()
})

test('a mirror whose file has another length sends the whole of it', async () => {
  const { bench, mirror, input } = await setUpMirror({ faults: [cut] }, { content: OTHER_FILE.subarray(0, 250 * KIB) })
  await expect(bench.attempt({ ...input, ...SURE })).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(mirror.requests.map(({ headers }) => headers.range)).toEqual([`bytes=${CUT}-`, undefined])
})

test('bytes of two files that do not fit together are thrown away, and the next attempt fetches one of them', async () => {
  const { bench, input } = await setUpMirror({ faults: [cut] }, { content: OTHER_FILE })
  await expect(bench.attempt({ ...input, ...SURE })).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(await bench.names()).toEqual([])
  expect(await bench.attempt({ ...input, ...SURE })).toMatchObject({ ...SURE, resumedFrom: 0 })
})

test('a source with a wrong file gives way to the next one', async () => {
  const { bench, input } = await setUpMirror({ content: OTHER_FILE })
  expect(await bench.attempt({ ...input, ...SURE })).toMatchObject(SURE)
})

test('a download goes on with the mirror that its bytes came from, and with the ETag of that one', async () => {
  const { bench, mirror, input } = await setUpMirror({ faults: [{ status: 404 }] }, { faults: [cut] })
  await expect(bench.attempt(input)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(bench.operation.state).toMatchObject({ source: input.mirrors[0], validator: '"copy"', offset: CUT })

  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: CUT, sha256: sha256(FILE) })
  expect(mirror.requests[1]?.headers).toMatchObject({ range: `bytes=${CUT}-`, 'if-range': '"copy"' })
  expect(bench.server.requests).toHaveLength(1)
})

test('when the mirror fails as well, the error that time may mend is the one that counts', async () => {
  const { bench, input } = await setUpMirror({ faults: [{ status: 404 }] }, { faults: [{ status: 503 }] })
  await expect(bench.attempt(input)).rejects.toMatchObject({ status: 503 })
  const both = await setUpMirror({ faults: [{ status: 404 }] }, { faults: [{ status: 410 }] })
  await expect(both.bench.attempt(both.input)).rejects.toMatchObject({ status: 404 })
})

test('a mirror of another origin is not sent headers that may hold secrets', async () => {
  const { bench, mirror, input } = await setUpMirror({ faults: [{ status: 503 }] })
  await bench.attempt({ ...input, headers: { authorization: 'Bearer hunter2', 'accept-language': 'de' } })
  expect(bench.server.requests[0]?.headers.authorization).toBe('Bearer hunter2')
  expect(mirror.requests[0]?.headers).toMatchObject({ 'accept-language': 'de' })
  expect(mirror.requests[0]?.headers.authorization).toBeUndefined()
})

test('a stop is not taken for a fault of the source', async () => {
  const { bench, mirror, input } = await setUpMirror({ faults: [{ silent: true }] })
  const attempt = bench.attempt(input)
  const ended = expect(attempt).rejects.toMatchObject({ stopCause: 'paused' })
  await bench.server.requested(1)
  bench.operation.stop()
  await ended
  expect(mirror.requests).toEqual([])
})
