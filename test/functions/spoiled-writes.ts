import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

type Write = (this: FileHandle, buffer: Buffer, offset: number, length: number, position: number) => Promise<unknown>

/** Changes what the nth write, from 1, does with its length; null makes it fail as on a full disk. */
export async function spoilWrites(lengthOf: (nth: number, length: number) => number | null) {
  const probe = await open(join(await tempFolder(), 'probe'), 'w')
  const prototype: { write: Write } = Object.getPrototypeOf(probe)
  await probe.close()
  const { write } = prototype
  let writes = 0
  const spoiled: Write = async function (this: FileHandle, buffer, offset, length, position) {
    const taken = lengthOf(++writes, length)
    if (taken === null) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
    return write.call(this, buffer, offset, taken, position)
  }
  const spy = vi.spyOn(prototype, 'write').mockImplementation(spoiled)
  onTestFinished(() => spy.mockRestore())
  return spy
}

/** The lengths of all writes from now on, in their order. */
export async function recordWrites(): Promise<number[]> {
  const lengths: number[] = []
  await spoilWrites((_nth, length) => {
    lengths.push(length)
    return length
  })
  return lengths
}
