// RFC 6455, 5.2: a final, unmasked text frame. A server's frames are never masked.
const FINAL_TEXT = 0x81
const LENGTH_IN_2_BYTES = 126
const LENGTH_IN_8_BYTES = 127

/**
 * A WebSocket frame that holds one whole text message, its parts in UTF-8.
 *
 * Of a message to a thousand clients only the id differs, so its parts are copied together here; handing each client's
 * message to `ws` as text would encode all of it a thousand times and write each frame in two pieces.
 */
export function textFrame(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const header = headerSize(length)
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = FINAL_TEXT
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = LENGTH_IN_2_BYTES
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = LENGTH_IN_8_BYTES
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  let offset = header
  for (const part of parts) {
    frame.set(part, offset)
    offset += part.length
  }
  return frame
}

function headerSize(length: number): number {
  if (length < LENGTH_IN_2_BYTES) return 2
  return length < 2 ** 16 ? 4 : 10
}
