import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../support/content.ts'
import type { Fault } from '../support/faulty-server.ts'
import { type Bench, checkpointEvery, FILE, KIB, OTHER_FILE, setUpBench } from './download-bench.ts'

const CUT = 200 * KIB
const cut: Fault = { breakAfter: { bytes: CUT, by: 'end' } }
const MODIFIED = 'Wed, 01 Jan 2020 00:00:00 GMT'
const LATER = 'Wed, 01 Jan 2020 01:00:00 GMT'

/** A file of which the first attempt got the first `CUT` bytes. */
async function setUpCut(file: { etag?: string | null; lastModified?: string } = {}, next: readonly Fault[] = []) {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, ...file, faults: [cut, ...next] })
  const input = { url, destination: 'file.bin' }
  await expect(bench.attempt(input)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY', retryable: true })
  return { bench, input }
}

/** The names and values of the headers by which the nth request, from 0, asked for a part. */
function rangeOf(bench: Bench, request: number) {
  const { range, 'if-range': ifRange } = bench.server.requests[request]?.headers ?? {}
  return { range, ifRange }
}

async function expectFile(bench: Bench, expected = FILE) {
  expect(sha256(await bench.read('file.bin'))).toBe(sha256(expected))
  expect(await bench.names()).toEqual(['file.bin'])
}

test('the next attempt asks for the rest by the strong ETag, and only the rest is sent', async () => {
  const { bench, input } = await setUpCut({ etag: '"v1"', lastModified: MODIFIED })
  expect(await bench.partialSize()).toBe(CUT)

  const result = await bench.attempt({ ...input, sha256: sha256(FILE) })

  expect(rangeOf(bench, 1)).toEqual({ range: `bytes=${CUT}-`, ifRange: '"v1"' })
  expect(result).toEqual({ path: 'file.bin', bytes: FILE.length, sha256: sha256(FILE), resumedFrom: CUT })
  await expectFile(bench)
})

test('without an ETag the rest is asked for by Last-Modified', async () => {
  const { bench, input } = await setUpCut({ etag: null, lastModified: MODIFIED })
  await bench.attempt(input)
  expect(rangeOf(bench, 1)).toEqual({ range: `bytes=${CUT}-`, ifRange: MODIFIED })
  await expectFile(bench)
})

test.each([
  ['a weak ETag', 'W/"v1"'],
  ['no validator', null],
])('with %s the whole is fetched again', async (_what, etag) => {
  const { bench, input } = await setUpCut({ etag })
  expect(bench.operation.state).toMatchObject({ offset: 0 })
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 0, sha256: sha256(FILE) })
  expect(rangeOf(bench, 1)).toEqual({ range: undefined, ifRange: undefined })
  await expectFile(bench)
})

test('a weak ETag is never sent, though there is a Last-Modified', async () => {
  const { bench, input } = await setUpCut({ etag: 'W/"v1"', lastModified: MODIFIED })
  await bench.attempt(input)
  expect(rangeOf(bench, 1).ifRange).toBe(MODIFIED)
})

test.each<[string, Fault, number]>([
  ['a server that ignores Range', { ignoreRange: true }, 2],
  ['a part that does not say where it belongs', { headers: { 'content-range': null } }, 3],
  ['a part from before the offset', { headers: { 'content-range': `bytes 0-${FILE.length - 1}/${FILE.length}` } }, 3],
  ['a part one byte too far', { headers: { 'content-range': `bytes ${CUT + 1}-${FILE.length - 1}/${FILE.length}` } }, 3],
  ['a 416', { status: 416, headers: { 'content-range': 'bytes */100' } }, 3],
  ['a 416 without a size', { status: 416 }, 3],
])('after %s the download starts over within the attempt', async (_what, fault, requests) => {
  const { bench, input } = await setUpCut({ etag: '"v1"' }, [fault])
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 0, sha256: sha256(FILE) })
  expect(bench.server.requests).toHaveLength(requests)
  expect(rangeOf(bench, 1).range).toBe(`bytes=${CUT}-`)
  if (requests === 3) expect(rangeOf(bench, 2)).toEqual({ range: undefined, ifRange: undefined })
  await expectFile(bench)
})

test.each<[string, Fault['replace'], { etag?: string | null; lastModified?: string }]>([
  ['another ETag', { content: OTHER_FILE, etag: '"v2"' }, { etag: '"v1"' }],
  ['another date', { content: OTHER_FILE, lastModified: LATER }, { etag: null, lastModified: MODIFIED }],
  ['another size', { content: OTHER_FILE.subarray(0, 150 * KIB), etag: '"v2"' }, { etag: '"v1"' }],
])('a file that has %s by now is fetched from its beginning', async (_what, replace, file) => {
  if (replace === undefined) throw new Error('unreachable')
  const { bench, input } = await setUpCut(file, [{ replace }])
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 0, sha256: sha256(replace.content) })
  await expectFile(bench, replace.content)
})

test.each<[string, Fault['replace'], { etag?: string | null; lastModified?: string }]>([
  ['another ETag', { content: OTHER_FILE, etag: '"v2"' }, { etag: '"v1"' }],
  ['another date', { content: OTHER_FILE, lastModified: LATER }, { etag: null, lastModified: MODIFIED }],
  ['another size', { content: OTHER_FILE.subarray(0, 250 * KIB), etag: '"v1"' }, { etag: '"v1"' }],
])('a server that ignores If-Range is caught by %s', async (_what, replace, file) => {
  if (replace === undefined) throw new Error('unreachable')
  const { bench, input } = await setUpCut(file, [{ replace, ignoreIfRange: true }])
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 0, sha256: sha256(replace.content) })
  await expectFile(bench, replace.content)
})

test('a body without a length can be gone on with, and its total is learned then', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, faults: [{ chunked: true, ...cut }] })
  await expect(bench.attempt({ url, destination: 'file.bin' })).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })

  expect(await bench.attempt({ url, destination: 'file.bin' })).toMatchObject({ resumedFrom: CUT, bytes: FILE.length })
  await expectFile(bench)
})

test('a file that was complete without anybody knowing is finished by the 416', async () => {
  const bench = await setUpBench()
  const faults: Fault[] = [{ chunked: true, breakAfter: { bytes: FILE.length, by: 'end' } }]
  const url = bench.server.serve('/file.bin', { content: FILE, faults })
  await expect(bench.attempt({ url, destination: 'file.bin' })).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })

  expect(await bench.attempt({ url, destination: 'file.bin' })).toMatchObject({ resumedFrom: FILE.length, sha256: sha256(FILE) })
  expect(bench.server.requests).toHaveLength(2)
  await expectFile(bench)
})

test('many cuts in a row lose nothing', async () => {
  const bench = await setUpBench()
  const faults = Array.from({ length: 5 }, (): Fault => ({ breakAfter: { bytes: 50 * KIB, by: 'reset' } }))
  const url = bench.server.serve('/file.bin', { content: FILE, faults })
  for (let attempt = 0; attempt < 5; attempt++) await expect(bench.attempt({ url, destination: 'file.bin' })).rejects.toThrow()
  await bench.attempt({ url, destination: 'file.bin', sha256: sha256(FILE) })
  await expectFile(bench)
})

test('without a stored state, or with one of another url, nothing on disk is trusted', async () => {
  for (const state of [null, { url: 'https://elsewhere.example/' }, 'nonsense', { offset: -1 }]) {
    const { bench, input } = await setUpCut()
    bench.operation.state =
      typeof state === 'object' && state !== null ? { ...(bench.operation.state as object), ...state } : state
    expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 0 })
    expect(rangeOf(bench, 1).range).toBeUndefined()
    await expectFile(bench)
  }
})

test('an unfinished file that got shorter is gone on with from where it ends', async () => {
  const { bench, input } = await setUpCut()
  const [name = ''] = await bench.names()
  await truncate(join(bench.folder, name), 1000)
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 1000, sha256: sha256(FILE) })
  expect(rangeOf(bench, 1).range).toBe('bytes=1000-')
})

test('two operations with the same destination do not touch the unfinished file of each other', async () => {
  const { bench, input } = await setUpCut()
  const second = await setUpBench('op_second')
  const url = second.server.serve('/file.bin', { content: OTHER_FILE, faults: [cut] })
  const shared = { directory: bench.folder, ...checkpointEvery(KIB) }
  await expect(second.attempt({ url, destination: 'file.bin' }, shared)).rejects.toThrow()
  expect(await bench.names()).toHaveLength(2)

  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: CUT, sha256: sha256(FILE) })
  expect(await second.attempt({ url, destination: 'file.bin' }, shared)).toMatchObject({ sha256: sha256(OTHER_FILE) })
  await expectFile(bench, OTHER_FILE)
})
