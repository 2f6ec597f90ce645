import { createCipheriv, createHash } from 'node:crypto'

/** The same bytes for the same seed, on every machine; no compression and no repetition hides a mistake. */
export function content(size: number, seed: string | number): Buffer {
  const key = createHash('sha256').update(String(seed)).digest()
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size))
}

/** In lower-case hex. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
