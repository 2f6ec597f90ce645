import { stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { formatBytes } from '../format/units.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const FAIL_BYTES = 100 * 2 ** 20
const WARN_BYTES = 2 ** 30

/** Whether the disk of a folder (or of where it would be made) has room. */
export async function checkSpace(name: string, path: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(await nearestFolder(path))
    return judgeSpace(name, bavail * bsize)
  } catch (error) {
    return fail(
      name,
      `The disk cannot be asked: ${error instanceof Error ? error.message : String(error)}`,
      'Look into its health',
    )
  }
}

/** What so many free bytes mean. */
export function judgeSpace(name: string, bytes: number): Finding {
  const free = `${formatBytes(bytes)} free`
  if (bytes < FAIL_BYTES) return fail(name, free, 'Free some space: the store stops when the disk is full')
  if (bytes < WARN_BYTES) return warn(name, free, 'Free some space soon')
  return ok(name, free)
}

/** The folder that is there: the path itself, or the nearest one above it. */
export async function nearestFolder(path: string): Promise<string> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null)
    if (found?.isDirectory() || folder === dirname(folder)) return folder
  }
}
