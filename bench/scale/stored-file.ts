import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitAll } from '../changes.ts'
import { openEmptyStore, openStore, schemaOf } from '../sqlite.ts'
import { storedOperation } from './stored-operations.ts'

const BATCH = 1000

/**
 * A new file in `folder` that holds `count` operations. The one it is copied from is kept in the system's temporary
 * folder, under a name that changes with the schema and with what is stored.
 */
export async function storedFile(folder: string, count: number, note: (text: string) => void): Promise<string> {
  const file = join(folder, `${count}.db`)
  const kept = join(tmpdir(), `recoverable-bench-${count}-${await contentHash(folder)}.db`)
  if (!existsSync(kept)) {
    await write(file, count, note)
    await copyFile(file, `${kept}.part`)
    await rename(`${kept}.part`, kept)
  } else {
    await copyFile(kept, file)
  }
  return file
}

async function contentHash(folder: string): Promise<string> {
  const empty = join(folder, 'empty.db')
  await openEmptyStore(empty)
  const hash = createHash('sha256').update(schemaOf(empty))
  await rm(empty)
  for (const source of ['stored-operations.ts', '../changes.ts']) hash.update(await readFile(join(import.meta.dirname, source)))
  return hash.digest('hex').slice(0, 12)
}

async function write(file: string, count: number, note: (text: string) => void): Promise<void> {
  const store = await openStore(file)
  try {
    for (let from = 0; from < count; from += BATCH) {
      if (from % 100_000 === 0) note(`writing operation ${from} of ${count}`)
      const size = Math.min(BATCH, count - from)
      await commitAll(
        store,
        Array.from({ length: size }, (_, i) => storedOperation(from + i, count)),
      )
    }
  } finally {
    await store.close()
  }
}
