import { renameSync, symlinkSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { classify } from '../../src/policy/classifier.ts'
import { sha256 } from '../support/content.ts'
import type { Fault } from '../support/faulty-server.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { FILE, KIB, OTHER_FILE, setUpBench } from './download-bench.ts'

const NOW = Date.UTC(2026, 0, 1)

async function failureOf(attempt: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return attempt.then(
    () => Promise.reject(new Error('it succeeded')),
    (error) => error,
  )
}

/** A download whose requests meet these faults. */
async function setUpFaults(faults: readonly Fault[], input: object = {}) {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, etag: '"v1"', faults })
  return { bench, input: { url, destination: 'file.bin', ...input } }
}

test.each([
  [503, '7', 7000],
  [429, '7', 7000],
  [503, 'Thu, 01 Jan 2026 00:02:00 GMT', 120_000],
  [503, undefined, null],
])('a %i with Retry-After %s can be retried, after %s ms', async (status, retryAfter, retryAfterMs) => {
  const { bench, input } = await setUpFaults([{ status, ...(retryAfter ? { headers: { 'retry-after': retryAfter } } : {}) }])
  const failure = await failureOf(bench.attempt(input))
  expect(failure).toMatchObject({ name: 'HttpStatusError', status, code: `HTTP_${status}` })
  expect(classify(failure, NOW).error).toMatchObject({ retryable: true, retryAfterMs })
})

test('a status error shows neither the query of the url nor the headers of the answer', async () => {
  const bench = await setUpBench()
  const headers = { 'set-cookie': 'session=hunter2', 'retry-after': '1' }
  const url = bench.server.serve('/a?signature=hunter2', { content: FILE, faults: [{ status: 403, headers }] })
  const failure = await failureOf(bench.attempt({ url, destination: 'a' }))
  expect(failure.message).toBe(`${bench.server.origin}/a answered with status 403 and asks to come back later (Retry-After: 1)`)
  expect(JSON.stringify({ ...failure, stack: failure.stack })).not.toContain('hunter2')
})

test.each([
  [404, false],
  [403, false],
  [500, true],
  [204, true],
  [206, true],
])('a %i leaves no file', async (status, retryable) => {
  const { bench, input } = await setUpFaults([{ status }])
  const failure = await failureOf(bench.attempt(input))
  expect(classify(failure, NOW).error.retryable).toBe(retryable)
  expect(await bench.names()).not.toContain('file.bin')
})

test('a 503 in the middle keeps what was fetched before it', async () => {
  const { bench, input } = await setUpFaults([{ breakAfter: { bytes: 100 * KIB, by: 'end' } }, { status: 503 }])
  await failureOf(bench.attempt(input))
  await failureOf(bench.attempt(input))
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 100 * KIB })
})

test('a file that comes out wrong is deleted and fetched anew, and may come out right then', async () => {
  const { bench, input } = await setUpFaults([{ corrupt: true }], { sha256: sha256(FILE) })
  const failure = await failureOf(bench.attempt(input))
  expect(failure).toMatchObject({ code: 'CHECKSUM_MISMATCH', retryable: true })
  expect(failure.message).toMatch(new RegExp(`its sha256 is [0-9a-f]{64}, not ${sha256(FILE)}$`))
  expect(await bench.names()).toEqual([])

  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 0, sha256: sha256(FILE) })
})

test('the same wrong sha256 twice is what the server has: it is not tried again', async () => {
  const { bench, input } = await setUpFaults([], { sha256: sha256(OTHER_FILE) })
  expect(await failureOf(bench.attempt(input))).toMatchObject({ code: 'CHECKSUM_MISMATCH', retryable: true })
  const second = await failureOf(bench.attempt(input))
  expect(second).toMatchObject({ code: 'CHECKSUM_MISMATCH', retryable: false })
  expect(classify(second, NOW).error).toMatchObject({ retryable: false, category: 'validation' })
  expect(await bench.names()).toEqual([])
})

test('a corrupted part in a resumed file is found, and two different faults may be tried again', async () => {
  const cutAndCorrupt: Fault = { corrupt: true, breakAfter: { bytes: 100 * KIB, by: 'end' } }
  const { bench, input } = await setUpFaults([{ corrupt: true }, cutAndCorrupt, { corrupt: true }], { sha256: sha256(FILE) })
  expect(await failureOf(bench.attempt(input))).toMatchObject({ code: 'CHECKSUM_MISMATCH' })
  expect(await failureOf(bench.attempt(input))).toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(await failureOf(bench.attempt(input))).toMatchObject({ code: 'CHECKSUM_MISMATCH', retryable: true })
  expect(await bench.attempt(input)).toMatchObject({ sha256: sha256(FILE) })
})

test('a body in an encoding that was not asked for is refused', async () => {
  const { bench, input } = await setUpFaults([{ gzip: true }])
  const failure = await failureOf(bench.attempt(input))
  expect(failure).toMatchObject({ code: 'ENCODED_BODY', retryable: false })
  expect(failure.message).toContain('encoded as "gzip"')
  expect(await bench.names()).not.toContain('file.bin')
})

test('encoded bytes are taken as they are when their sha256 is the one asked for', async () => {
  const packed = gzipSync(FILE)
  const { bench, input } = await setUpFaults([{ gzip: true }], { sha256: sha256(packed) })
  expect(await bench.attempt(input)).toMatchObject({ bytes: packed.length, sha256: sha256(packed) })
})

test('a part that is longer than it says is not taken', async () => {
  const cut: Fault = { breakAfter: { bytes: 100 * KIB, by: 'end' } }
  const short = { 'content-range': `bytes ${100 * KIB}-${150 * KIB}/${FILE.length}` }
  const { bench, input } = await setUpFaults([cut, { headers: short }])
  await failureOf(bench.attempt(input))
  expect(await failureOf(bench.attempt(input))).toMatchObject({ code: 'BAD_RESPONSE' })
  expect(await bench.attempt(input)).toMatchObject({ sha256: sha256(FILE) })
})

test('a part that ends before the file does is gone on with later', async () => {
  const cut: Fault = { breakAfter: { bytes: 100 * KIB, by: 'end' } }
  const part = { 'content-range': `bytes ${100 * KIB}-${150 * KIB - 1}/${FILE.length}`, 'content-length': String(50 * KIB) }
  const { bench, input } = await setUpFaults([cut, { headers: part, breakAfter: { bytes: 50 * KIB, by: 'end' } }])
  await failureOf(bench.attempt(input))
  const failure = await failureOf(bench.attempt(input))
  expect(failure).toMatchObject({ code: 'INCOMPLETE_BODY', retryable: true })
  expect(failure.message).toContain(`sent ${150 * KIB} of ${FILE.length} bytes and no more`)
  expect(await bench.attempt(input)).toMatchObject({ resumedFrom: 150 * KIB, sha256: sha256(FILE) })
})

test('a link that takes the place of a folder during the download is noticed before the rename', async () => {
  const bench = await setUpBench()
  const outside = await tempFolder()
  const url = bench.server.serve('/file.bin', { content: FILE })
  const folder = join(bench.folder, 'sub')
  bench.operation.onProgress = ({ stage }) => {
    if (stage !== 'finishing') return
    renameSync(folder, join(bench.folder, 'away'))
    symlinkSync(outside, folder)
  }
  // The unfinished file is there by then.
  const attempt = bench.attempt({ url, destination: 'sub/file.bin' }, { chunkBytes: () => 64 * KIB })
  await expect(attempt).rejects.toThrow(/leads through "sub" out of the download folder/)
  expect(await readdir(outside)).toEqual([])
})

test('a connection whose body is of no use is closed at once', async () => {
  const cut: Fault = { breakAfter: { bytes: 100 * KIB, by: 'end' } }
  const { bench, input } = await setUpFaults([
    cut,
    { headers: { 'content-range': null }, breakAfter: { bytes: 10, by: 'silence' } },
  ])
  await failureOf(bench.attempt(input))
  await bench.attempt(input)
  await bench.server.disconnected()
  expect(bench.server.requests).toHaveLength(3)
})

test('a private address is refused unless it is allowed', async () => {
  const { bench, input } = await setUpFaults([])
  const failure = await failureOf(bench.attempt(input, { allowPrivate: false }))
  expect(classify(failure, NOW).error).toMatchObject({ code: 'ADDRESS_REFUSED', category: 'permission', retryable: false })
  expect(bench.server.requests).toEqual([])
})

test('an input that cannot be used is no reason to try again', async () => {
  const { bench } = await setUpFaults([])
  const failure = await failureOf(bench.attempt({ url: 'ftp://example.com/', destination: 'a' }))
  expect(failure).toBeInstanceOf(InvalidInputError)
  expect(classify(failure, NOW).error).toMatchObject({ category: 'validation', retryable: false })
})
