import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { FakeOperation } from '../support/fake-operation.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { checkpointEvery, FILE, KIB, setUpBench } from './download-bench.ts'

/** Writes down, in their order, what reaches the disk and what is stored. */
async function recordOrder(operation: FakeOperation): Promise<string[]> {
  const probe = await open(join(await tempFolder(), 'probe'), 'w')
  const prototype: Pick<FileHandle, 'sync' | 'write'> = Object.getPrototypeOf(probe)
  await probe.close()
  const order: string[] = []
  for (const name of ['write', 'sync'] as const) {
    const original = prototype[name] as (this: FileHandle, ...given: unknown[]) => Promise<unknown>
    const spy = vi.spyOn(prototype, name).mockImplementation(async function (this: FileHandle, ...given: unknown[]) {
      const isFolder = (await this.stat()).isDirectory()
      const answer = await original.apply(this, given)
      order.push(isFolder ? `${name} folder` : name)
      return answer
    } as never)
    onTestFinished(() => spy.mockRestore())
  }
  operation.onSet = (when, value) => {
    const { offset, sha256 } = value as { offset: number; sha256: string | null }
    if (when === 'before' && offset > 0) order.push(sha256 === null ? 'store position' : 'store hash')
  }
  return order
}

test('bytes are on the disk before a position that counts them is stored, and names before anybody relies on them', async () => {
  const bench = await setUpBench()
  const url = bench.server.serve('/file.bin', { content: FILE })
  const order = await recordOrder(bench.operation)

  await bench.attempt({ url, destination: 'sub/file.bin' }, checkpointEvery(100 * KIB))

  // For the folder that was made, and for the unfinished file in it.
  expect(order.slice(0, 3)).toEqual(['sync folder', 'sync folder', 'write'])
  expect(order.filter((step) => step === 'store position').length).toBeGreaterThanOrEqual(2)
  for (const [index, step] of order.entries()) {
    if (step.startsWith('store')) expect(order[index - 1]).toBe('sync')
  }
  expect(order.slice(-3)).toEqual(['sync', 'store hash', 'sync folder'])
})
