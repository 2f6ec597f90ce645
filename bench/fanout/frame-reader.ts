const TEXT = 0x1
const PING = 0x9
// How many bytes of a message are looked at: its id, its type and the first field of its data.
const SEEN = 200
const CURSOR = /"cursor":"(evt_[0-9a-f]{8}_([0-9a-z]+))"/

/** Counts what a server sends over one WebSocket, and reads no more of it than the cursor. */
export class FrameReader {
  /** What is done when the server pings. */
  onPing: () => void = () => undefined
  /** How many results came. */
  results = 0
  /** How many of them did not follow the one before. */
  outOfOrder = 0
  /** The last cursor that came, when they are looked at. */
  cursor: string | null = null
  readonly #checks: boolean
  #opcode = 0
  #position = 0
  #header = Buffer.alloc(0)
  #left = 0
  #seen = ''

  /** @param checks whether to look at the cursors */
  constructor(checks: boolean) {
    this.#checks = checks
  }

  /** Forgets what had come of a frame whose rest is lost. */
  restart(): void {
    this.#header = Buffer.alloc(0)
    this.#left = 0
  }

  read(chunk: Buffer): void {
    let offset = 0
    while (offset < chunk.length) {
      if (this.#left === 0) offset = this.#begin(chunk, offset)
      const end = Math.min(chunk.length, offset + this.#left)
      if (this.#checks && this.#seen.length < SEEN)
        this.#seen += chunk.toString('latin1', offset, Math.min(end, offset + SEEN - this.#seen.length))
      this.#left -= end - offset
      offset = end
      if (this.#left === 0 && this.#header.length === 0) this.#finish()
    }
  }

  /** Reads a header, or as much of it as is there; answers where it ends. */
  #begin(chunk: Buffer, offset: number): number {
    const header =
      this.#header.length === 0
        ? chunk.subarray(offset, offset + 4)
        : Buffer.concat([this.#header, chunk.subarray(offset, offset + 4 - this.#header.length)])
    const size = header.length < 2 ? 4 : headerSize(header)
    if (header.length < size) {
      this.#header = Buffer.from(header)
      return chunk.length
    }
    const taken = size - this.#header.length
    this.#header = Buffer.alloc(0)
    const length = (header[1] as number) & 0x7f
    this.#opcode = (header[0] as number) & 0x0f
    this.#left = length < 126 ? length : header.readUInt16BE(2)
    this.#seen = ''
    return offset + taken
  }

  #finish(): void {
    if (this.#opcode === PING) this.onPing()
    if (this.#opcode !== TEXT) return
    this.results++
    if (!this.#checks) return
    const [, cursor = null, text = ''] = CURSOR.exec(this.#seen) ?? []
    const position = Number.parseInt(text, 36)
    this.cursor = cursor
    if (position !== this.#position + 1 && this.#position !== 0) this.outOfOrder++
    this.#position = position
  }
}

/** The messages of this benchmark are shorter than 64 KiB. */
function headerSize(header: Buffer): number {
  return ((header[1] as number) & 0x7f) < 126 ? 2 : 4
}
