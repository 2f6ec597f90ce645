import { createHash, type Hash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, realpath, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InvalidInputError } from '../operation/errors.ts'
import { syncFolder } from './download-place.ts'

// Windows has no O_NOFOLLOW.
const FLAGS = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)
// Read, written and hashed at once: large enough to be bound by the disk, small enough that nothing else waits long.
const STRIDE_BYTES = 1 << 20
const NO_ROOM = Buffer.alloc(0)

/**
 * A file that grows at its end, and the running SHA-256 of all that is in it. It is there only while it holds bytes. What
 * is appended is gathered first, and written a chunk at a time.
 */
export class PartialFile {
  readonly #path: string
  readonly #chunkBytes: () => number
  /** Null while there is no file. */
  #handle: FileHandle | null = null
  #size = 0
  #hash: Hash = createHash('sha256')
  #written = 0
  /** Room for one chunk, used again for each: of buffers that are kept until they are written, most outlive it by far. */
  #room: Buffer = NO_ROOM
  #gathered = 0

  private constructor(path: string, chunkBytes: () => number) {
    this.#path = path
    this.#chunkBytes = chunkBytes
  }

  /**
   * Opens it if it is there; it is made when the first bytes are written. What it holds counts only once it was kept. A symbolic
   * link is not followed.
   *
   * @param path with every symbolic link resolved
   * @param chunkBytes how many bytes are gathered before they are written, asked for at the beginning of each chunk
   * @throws InvalidInputError when a folder on the way is a link by now; nothing was written then
   */
  static async open(path: string, chunkBytes: () => number): Promise<PartialFile> {
    const partial = new PartialFile(path, chunkBytes)
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

  /** How many bytes count: kept and appended ones, gathered ones too. */
  get length(): number {
    return this.#written + this.#gathered
  }

  /** Keeps at most the first `bytes` bytes that were there when it was opened, and cuts off the rest. */
  async keep(bytes: number, signal: AbortSignal, onRead: (bytesRead: number) => void): Promise<void> {
    const end = Math.min(bytes, this.#size)
    if (this.#handle === null || end === 0) return this.clear()
    await this.#handle.truncate(end)
    for await (const chunk of readChunks(this.#handle, end)) {
      signal.throwIfAborted()
      this.#hash.update(chunk)
      this.#written += chunk.length
      onRead(this.#written)
    }
  }

  /** Removes it; what is appended then begins it anew. */
  async clear(): Promise<void> {
    if (this.#handle !== null) await unlink(this.#path)
    await this.close()
    this.#hash = createHash('sha256')
    this.#written = 0
  }

  /** Once it resolves, all but the beginning of a chunk is in the file. @throws what `flush` throws */
  async append(piece: Buffer): Promise<void> {
    for (let rest = piece; rest.length > 0; ) {
      if (this.#gathered === 0) {
        const chunkBytes = this.#chunkBytes()
        if (rest.length >= chunkBytes) return this.#write(rest)
        if (this.#room.length !== chunkBytes) this.#room = Buffer.allocUnsafeSlow(chunkBytes)
      }
      const taken = rest.copy(this.#room, this.#gathered)
      this.#gathered += taken
      rest = rest.subarray(taken)
      if (this.#gathered === this.#room.length) await this.flush()
    }
  }

  /**
   * Writes what was gathered.
   *
   * @throws what the disk says; what it did not take counts no more and is to be fetched again
   */
  async flush(): Promise<void> {
    const gathered = this.#room.subarray(0, this.#gathered)
    this.#gathered = 0
    if (gathered.length > 0) await this.#write(gathered)
  }

  async #write(bytes: Buffer): Promise<void> {
    const handle = await this.#made()
    for (let at = 0; at < bytes.length; ) {
      // A disk that runs full writes a part and says so only at the next try.
      const { bytesWritten } = await handle.write(bytes, at, Math.min(STRIDE_BYTES, bytes.length - at), this.#written)
      this.#hash.update(bytes.subarray(at, at + bytesWritten))
      this.#written += bytesWritten
      at += bytesWritten
    }
  }

  /** Once it resolves, what was appended survives a loss of power; the file is there then, even without a byte. */
  async sync(): Promise<void> {
    await this.flush()
    await (await this.#made()).sync()
  }

  /** The SHA-256 of all that is in the file, in lower-case hex: of all that counts, once that was synced. */
  sha256(): string {
    return this.#hash.copy().digest('hex')
  }

  /** What was gathered and not written is dropped. */
  async close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    this.#gathered = 0
    this.#room = NO_ROOM
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
  const buffer = Buffer.allocUnsafe(STRIDE_BYTES)
  for (let position = 0; position < end; ) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(STRIDE_BYTES, end - position), position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
