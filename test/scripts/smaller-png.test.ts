import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallerPng } from '../../scripts/screenshots/smaller-png.ts'

/** A PNG with 8 bits of red, green and blue a pixel; each row begins with how it is filtered. No reader of ours asks for checksums. */
function png(width: number, rows: readonly (readonly number[])[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(rows.length, 4)
  head.set([8, 2], 8)
  return Buffer.concat([
    Buffer.alloc(8),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.from(rows.flat()))),
    part('IEND', Buffer.alloc(0)),
  ])
}

function part(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

/** The colours of a picture with a palette, row by row, in hex. */
function coloursOf(image: Buffer, width: number): readonly string[] {
  const data = (type: string) => {
    const at = image.indexOf(type, 0, 'latin1')
    return image.subarray(at + 4, at + 4 + image.readUInt32BE(at - 4))
  }
  const palette = data('PLTE')
  const rows = inflateSync(data('IDAT'))
  const pixels = [...rows].filter((_, index) => index % (width + 1) !== 0)
  return pixels.map((index) => palette.toString('hex', index * 3, index * 3 + 3))
}

test('few colours stay what they are, however the rows were written', () => {
  const rows = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 1, 1, 1],
    [2, 1, 1, 1, 1, 1, 1],
    [3, 1, 1, 1, 1, 1, 1],
    [4, 1, 1, 1, 1, 1, 1],
  ]
  const colours = ['0a141e', '28323c', '0a141e', '0b151f', '0b151f', '0c1620', '060b10', '0a1119', '070c11', '0b121a']
  expect(coloursOf(smallerPng(png(2, rows)), 2)).toEqual(colours)
})

test('of too many colours the rarest give way to their nearest', () => {
  const row = [0, ...Array.from({ length: 256 }, (_, shade) => [shade, shade, shade]).flat()]
  const rare = [
    0,
    ...Array.from({ length: 256 }, () => [100, 100, 100])
      .flat()
      .toSpliced(0, 3, 201, 200, 200),
  ]
  expect(coloursOf(smallerPng(png(256, [row, row, rare])), 256)[512]).toBe('c8c8c8')
})

test('what is no such PNG is refused', () => {
  expect(() => smallerPng(Buffer.alloc(8))).toThrow('This is no PNG')
})
