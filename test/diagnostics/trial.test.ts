import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Grounds, openIsolatedStore } from '../../src/diagnostics/grounds.ts'
import { Trial } from '../../src/diagnostics/trial.ts'
import { createSystemClock } from '../../src/engine/system.ts'
import { traces } from './served.ts'

const GROUNDS: Grounds = {
  clock: createSystemClock(),
  kind: 'memory',
  maxRetries: 1,
  openStore: openIsolatedStore,
  signal: new AbortController().signal,
}

test('what goes wrong in a trial is told without the place of its files, which are gone', async () => {
  const left = await traces()
  const failing = Trial.run(GROUNDS, async (trial) => {
    await writeFile(trial.file('file'), '')
    return writeFile(trial.file('file/below'), '')
  })
  await expect(failing).rejects.toThrow(
    expect.objectContaining({
      message: "ENOTDIR: not a directory, open '[temporary folder]/file/below'",
      cause: expect.objectContaining({ code: 'ENOTDIR' }),
    }),
  )
  expect(await left()).toEqual([])
})

test('an error that names no file is thrown as it is', async () => {
  const error = new Error('Too bad')
  await expect(Trial.run(GROUNDS, () => Promise.reject(error))).rejects.toBe(error)
})
