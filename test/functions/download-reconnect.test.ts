import { expect, test } from 'vitest'
import type { DownloadSettings } from '../../src/functions/download.ts'
import { AttemptStoppedError } from '../../src/operation/errors.ts'
import { sha256 } from '../support/content.ts'
import type { Fault, ServedFile } from '../support/faulty-server.ts'
import { FILE, KIB, setUpBench, waitsAfter } from './download-bench.ts'

// Nothing else waits for so long.
const WAIT_MS = 333
const RECONNECT: Partial<DownloadSettings> = { reconnect: { waitMs: WAIT_MS, minBytes: 64 * KIB } }
const cutAfter = (bytes: number, by: 'end' | 'reset' | 'silence' = 'end'): Fault => ({ breakAfter: { bytes, by } })

/** A download that goes on after lost connections; its clock lets each wait between two of them run out at once. */
async function setUpLine(faults: readonly Fault[], file: Partial<ServedFile> = {}) {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE, etag: '"v1"', ...file, faults })
  let waits = 0
  bench.clock.onTimer = (delayMs) => {
    if (delayMs !== WAIT_MS) return
    waits++
    void bench.clock.advance(WAIT_MS)
  }
  const input = { url, destination: 'file.bin' }
  const ranges = () => bench.server.requests.map(({ headers }) => headers.range)
  return { bench, input, ranges, waits: () => waits }
}

test('an attempt goes on over as many connections as bring it further', async () => {
  const part = 20 * KIB
  const { bench, input, ranges, waits } = await setUpLine(Array.from({ length: 12 }, () => cutAfter(part, 'reset')))
  expect(await bench.attempt(input, RECONNECT)).toMatchObject({ resumedFrom: 0, sha256: sha256(FILE) })
  expect(ranges()).toEqual([undefined, ...Array.from({ length: 12 }, (_, nth) => `bytes=${(nth + 1) * part}-`)])
  expect(waits()).toBe(12)
})

test('a connection that brings less than a hundredth of the file ends the attempt', async () => {
  const { bench, input } = await setUpLine([cutAfter(100 * KIB), cutAfter(3 * KIB), cutAfter(4 * KIB)])
  await expect(bench.attempt(input, RECONNECT)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(bench.server.requests).toHaveLength(2)
  expect(await bench.attempt(input, RECONNECT)).toMatchObject({ resumedFrom: 103 * KIB, sha256: sha256(FILE) })
  expect(bench.server.requests).toHaveLength(4)
})

test('of a file whose size nobody knows a connection must bring the least amount', async () => {
  const { bench, input } = await setUpLine([
    { chunked: true, ...cutAfter(64 * KIB) },
    { chunked: true, headers: { 'content-range': `bytes ${64 * KIB}-${FILE.length - 1}/*` }, ...cutAfter(63 * KIB) },
  ])
  await expect(bench.attempt(input, RECONNECT)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(bench.server.requests).toHaveLength(2)
})

test('a server that cannot go on, and so starts over each time, ends the attempt', async () => {
  const faults = [cutAfter(200 * KIB), { ignoreRange: true as const, ...cutAfter(200 * KIB) }]
  const { bench, input } = await setUpLine(faults)
  await expect(bench.attempt(input, RECONNECT)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(bench.server.requests).toHaveLength(2)
})

test('without a validator the attempt ends with its connection, unless the sha256 is given', async () => {
  const { bench, input, ranges } = await setUpLine([cutAfter(200 * KIB), cutAfter(200 * KIB)], { etag: null })
  await expect(bench.attempt(input, RECONNECT)).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
  expect(ranges()).toEqual([undefined])

  const sure = { ...input, sha256: sha256(FILE) }
  expect(await bench.attempt(sure, RECONNECT)).toMatchObject({ sha256: sha256(FILE) })
  expect(ranges()).toEqual([undefined, undefined, `bytes=${200 * KIB}-`])
  expect(bench.server.requests[2]?.headers['if-range']).toBeUndefined()
})

test('a server that falls silent on the way is left for another connection', async () => {
  const { bench, input, ranges } = await setUpLine([cutAfter(200 * KIB, 'silence')])
  const silent = waitsAfter(bench, 200 * KIB)
  const attempt = bench.attempt(input, RECONNECT)
  await silent
  await bench.clock.advance(30_000)
  expect(await attempt).toMatchObject({ sha256: sha256(FILE) })
  expect(ranges()).toEqual([undefined, `bytes=${200 * KIB}-`])
})

test('an error of the server on the way ends the attempt, which keeps what came', async () => {
  const { bench, input } = await setUpLine([cutAfter(200 * KIB), { status: 503 }])
  await expect(bench.attempt(input, RECONNECT)).rejects.toMatchObject({ status: 503 })
  expect(await bench.attempt(input, RECONNECT)).toMatchObject({ resumedFrom: 200 * KIB })
})

test('a stop ends the wait for another connection, and what came is already counted', async () => {
  const { bench, input } = await setUpLine([cutAfter(200 * KIB)])
  bench.clock.onTimer = (delayMs) => {
    if (delayMs === WAIT_MS) bench.operation.stop()
  }
  await expect(bench.attempt(input, RECONNECT)).rejects.toBeInstanceOf(AttemptStoppedError)
  expect(bench.operation.state).toMatchObject({ offset: 200 * KIB })
  expect(bench.server.requests).toHaveLength(1)
})

test.each<[string, Fault]>([
  ['refused', { status: 503 }],
  ['answered by a body of nothing', cutAfter(0)],
])('a download that is %s leaves no file', async (_what, fault) => {
  const { bench, input } = await setUpLine([fault])
  await expect(bench.attempt(input)).rejects.toThrow()
  expect(await bench.names()).toEqual([])
})
