import { createHash, type Hash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InvalidInputError } from '../operation/errors.ts'
import { syncFolder } from './download-place.ts'

// Windows has no O_NOFOLLOW.
const FLAGS = constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)
// Large enough that reading is bound by the disk, small enough to notice an abort soon.
const READ_BYTES = 1 << 20

/** A file that grows at its end, and the running SHA-256 of all that is in it. */
export class PartialFile {
  readonly #handle: FileHandle
  readonly #size: number
  #hash: Hash = createHash('sha256')
  #length = 0

  private constructor(handle: FileHandle, size: number) {
    this.#handle = handle
    this.#size = size
  }

  /**
   * Opens or makes it. What it holds counts only once it was kept. A symbolic link is not followed.
   *
   * @param path with every symbolic link resolved
   * @throws InvalidInputError when a folder on the way is a link by now; nothing was written then
   */
  static async open(path: string): Promise<PartialFile> {
    const handle = await open(path, FLAGS)
    try {
      const found = await handle.stat()
      if (!found.isFile()) throw new Error(`${path} is not a file; remove it, its name is kept for an unfinished download`)
      if ((await realpath(path)) !== path) {
        throw new InvalidInputError('input.destination leads through a folder that was replaced by a link', {
          field: 'destination',
        })
      }
      await syncFolder(dirname(path))
      return new PartialFile(handle, found.size)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** How many bytes count: kept and appended ones. */
  get length(): number {
    return this.#length
  }

  /** Keeps at most the first `bytes` bytes that were there when it was opened, and cuts off the rest. */
  async keep(bytes: number, signal: AbortSignal, onRead: (bytesRead: number) => void): Promise<void> {
    const end = Math.min(bytes, this.#size)
    await this.#handle.truncate(end)
    for await (const chunk of readChunks(this.#handle, end)) {
      signal.throwIfAborted()
      this.#hash.update(chunk)
      this.#length += chunk.length
      onRead(this.#length)
    }
  }

  async clear(): Promise<void> {
    await this.#handle.truncate(0)
    this.#hash = createHash('sha256')
    this.#length = 0
  }

  async append(chunk: Buffer): Promise<void> {
    let written = 0
    while (written < chunk.length) {
      // A disk that runs full writes a part and says so only at the next try.
      const { bytesWritten } = await this.#handle.write(chunk, written, chunk.length - written, this.#length)
      this.#hash.update(chunk.subarray(written, written + bytesWritten))
      this.#length += bytesWritten
      written += bytesWritten
    }
  }

  /** Once it resolves, what was appended survives a loss of power. */
  async sync(): Promise<void> {
    await this.#handle.sync()
  }

  /** The SHA-256 of all that counts, in lower-case hex. */
  sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}

/** The SHA-256 of a whole file, in lower-case hex. */
export async function sha256OfFile(path: string, signal: AbortSignal, onRead: (bytesRead: number) => void): Promise<string> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const hash = createHash('sha256')
    let bytesRead = 0
    for await (const chunk of readChunks(handle, Number.POSITIVE_INFINITY)) {
      signal.throwIfAborted()
      hash.update(chunk)
      bytesRead += chunk.length
      onRead(bytesRead)
    }
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

/** The chunks share one buffer: each is good until the next is asked for. */
async function* readChunks(handle: FileHandle, end: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(READ_BYTES)
  for (let position = 0; position < end; ) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(READ_BYTES, end - position), position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
