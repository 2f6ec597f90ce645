import { crc32, deflateSync, inflateSync } from 'node:zlib'

// A page has few colours: with a palette of 256 its picture is a third as large, and looks the same.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256

interface Image {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Buffer
}

/**
 * The same picture with at most 256 colours; the rarest give way to their nearest.
 *
 * @param png as browsers make it: 8 bits a channel, not interlaced; what is transparent becomes opaque
 */
export function smallerPng(png: Buffer): Buffer {
  return encode(decode(png))
}

function encode({ width, height, rgb }: Image): Buffer {
  const { palette, indexOf } = paletteOf(rgb)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(colourAt(rgb, y * width + x))
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits an index, of a palette.
  head.set([8, 3], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const data = deflateSync(rows, { level: 9, memLevel: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function paletteOf(rgb: Buffer): { readonly palette: readonly number[]; readonly indexOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) {
    const colour = colourAt(rgb, pixel)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
  const indexes = new Map(palette.map((colour, index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const known = indexes.get(colour)
    if (known !== undefined) return known
    const nearest = palette.reduce((best, other, index) => {
      return distance(colour, other) < distance(colour, palette[best] as number) ? index : best
    }, 0)
    indexes.set(colour, nearest)
    return nearest
  }
  return { palette, indexOf }
}

function colourAt(rgb: Buffer, pixel: number): number {
  return rgb.readUIntBE(pixel * 3, 3)
}

function distance(a: number, b: number): number {
  return ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

function decode(png: Buffer): Image {
  const parts = chunksOf(png)
  const head = parts.find(({ type }) => type === 'IHDR')?.data
  const channels = head === undefined ? undefined : CHANNELS[head[9] as number]
  if (head === undefined || channels === undefined || head[8] !== 8 || head[12] !== 0)
    throw new Error('This is no PNG with 8 bits of red, green and blue a pixel')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const data = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map((part) => part.data)))
  const pixels = unfiltered(data, width * channels, height, channels)
  const rgb = Buffer.alloc(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) pixels.copy(rgb, pixel * 3, pixel * channels, pixel * channels + 3)
  return { width, height, rgb }
}

const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const parts: { type: string; data: Buffer }[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    parts.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return parts
}

/** Each row says how it was written in terms of the one above and of what is to its left. */
function unfiltered(data: Buffer, stride: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] as number
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (pixels[y * stride + x - channels] as number)
      const up = y === 0 ? 0 : (pixels[(y - 1) * stride + x] as number)
      const corner = x < channels || y === 0 ? 0 : (pixels[(y - 1) * stride + x - channels] as number)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] as number
      pixels[y * stride + x] = (data[y * (stride + 1) + 1 + x] as number) + guess
    }
  }
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
