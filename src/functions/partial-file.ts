import { createHash, type Hash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, realpath, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InvalidInputError } from '../operation/errors.ts'
import { syncFolder } from './download-place.ts'

// Windows has no O_NOFOLLOW.
const FLAGS = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)
// Large enough that reading is bound by the disk, small enough to notice an abort soon.
const READ_BYTES = 1 << 20

/** A file that grows at its end, and the running SHA-256 of all that is in it. It is there only while it holds bytes. */
export class PartialFile {
  readonly #path: string
  /** Null while there is no file. */
  #handle: FileHandle | null = null
  #size = 0
  #hash: Hash = createHash('sha256')
  #length = 0

  private constructor(path: string) {
    this.#path = path
  }

  /**
   * Opens it if it is there; it is made when the first bytes come. What it holds counts only once it was kept. A symbolic
   * link is not followed.
   *
   * @param path with every symbolic link resolved
   * @throws InvalidInputError when a folder on the way is a link by now; nothing was written then
   */
  static async open(path: string): Promise<PartialFile> {
    const partial = new PartialFile(path)
    try {
      await partial.#open(FLAGS)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    return partial
  }

  async #open(flags: number): Promise<FileHandle> {
    const handle = await open(this.#path, flags)
    try {
      const found = await handle.stat()
      if (!found.isFile()) throw new Error(`${this.#path} is not a file; remove it, its name is kept for an unfinished download`)
      await refuseLinks(this.#path)
      this.#size = found.size
      this.#handle = handle
      return handle
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async #made(): Promise<FileHandle> {
    if (this.#handle !== null) return this.#handle
    await refuseLinks(dirname(this.#path))
    const handle = await this.#open(FLAGS | constants.O_CREAT)
    await syncFolder(dirname(this.#path))
    return handle
  }

  /** How many bytes count: kept and appended ones. */
  get length(): number {
    return this.#length
  }

  /** Keeps at most the first `bytes` bytes that were there when it was opened, and cuts off the rest. */
  async keep(bytes: number, signal: AbortSignal, onRead: (bytesRead: number) => void): Promise<void> {
    const end = Math.min(bytes, this.#size)
    if (this.#handle === null || end === 0) return this.clear()
    await this.#handle.truncate(end)
    for await (const chunk of readChunks(this.#handle, end)) {
      signal.throwIfAborted()
      this.#hash.update(chunk)
      this.#length += chunk.length
      onRead(this.#length)
    }
  }

  /** Removes it; what is appended then begins it anew. */
  async clear(): Promise<void> {
    if (this.#handle !== null) await unlink(this.#path)
    await this.close()
    this.#hash = createHash('sha256')
    this.#length = 0
  }

  async append(chunk: Buffer): Promise<void> {
    const handle = await this.#made()
    let written = 0
    while (written < chunk.length) {
      // A disk that runs full writes a part and says so only at the next try.
      const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, this.#length)
      this.#hash.update(chunk.subarray(written, written + bytesWritten))
      this.#length += bytesWritten
      written += bytesWritten
    }
  }

  /** Once it resolves, what was appended survives a loss of power; the file is there then, even without a byte. */
  async sync(): Promise<void> {
    await (await this.#made()).sync()
  }

  /** The SHA-256 of all that counts, in lower-case hex. */
  sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  async close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }
}

/** @throws InvalidInputError when a part of the path, which had none, is a symbolic link by now */
async function refuseLinks(path: string): Promise<void> {
  if ((await realpath(path)) === path) return
  throw new InvalidInputError('input.destination leads through a folder that was replaced by a link', { field: 'destination' })
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
