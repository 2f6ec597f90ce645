import { existsSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'

/** The kernel's own full device: whatever is written to it meets ENOSPC, as on a full disk. */
const FULL_DEVICE = '/dev/full'

/** A file on a disk that is full until somebody makes room. */
export class FullDisk {
  readonly #file: string
  #full = true
  /** How often the file was written. */
  writes = 0

  constructor(file: string) {
    this.#file = file
  }

  /** @throws the system's error with the code ENOSPC while there is no room */
  async write(content: string): Promise<void> {
    if (this.#full) {
      if (existsSync(FULL_DEVICE)) await appendFile(FULL_DEVICE, content)
      throw noSpace()
    }
    await writeFile(this.#file, content)
    this.writes++
  }

  makeRoom(): void {
    this.#full = false
  }
}

/** The same error, for systems that have no such device. */
function noSpace(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' })
}
