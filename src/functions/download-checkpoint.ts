import { z } from 'zod'
import type { Json } from '../operation/json.ts'

/** What an attempt leaves behind for the next. Written for ever: only add to it, and only what may be absent. */
export interface Checkpoint {
  readonly url: string
  /** See `Entity`. */
  readonly validator: string | null
  readonly total: number | null
  /** How many bytes of this entity are in the partial file and survive a loss of power. */
  readonly offset: number
  /** Set once the file is complete and verified, just before it gets its name; `offset` is then its size. */
  readonly sha256: string | null
  /** What the last complete file hashed to when that was wrong. */
  readonly rejected: string | null
  /** The mirror that the entity is of; null: it is that of `url`. */
  readonly source: string | null
}

const count = z.int().nonnegative()
const SCHEMA = z.object({
  url: z.string(),
  validator: z.string().nullable(),
  total: count.nullable(),
  offset: count,
  sha256: z.string().nullable(),
  rejected: z.string().nullable(),
  source: z.string().nullable().default(null),
})

/** Where a download of `url` begins when nothing is known. */
export function freshCheckpoint(url: string): Checkpoint {
  return { url, validator: null, total: null, offset: 0, sha256: null, rejected: null, source: null }
}

/** Reads what an earlier attempt stored. What is absent, of another form or about another url counts for nothing. */
export function readCheckpoint(state: Json, url: string): Checkpoint {
  const result = SCHEMA.safeParse(state)
  return result.success && result.data.url === url ? result.data : freshCheckpoint(url)
}
