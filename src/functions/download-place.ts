import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { lstat, mkdir, open, realpath, rename, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { InvalidInputError } from '../operation/errors.ts'

/** Where a download goes: checked at the moment it was asked for, with every symbolic link resolved. */
export interface Place {
  /** The finished file. */
  readonly file: string
  /** What was received so far: in the same folder, so that the rename is atomic. */
  readonly partial: string
}

const MAX_DESTINATION = 1024
// What the file systems in use allow for one name.
const MAX_NAME_BYTES = 255
// With any ending, and in either case.
const DEVICE_OF_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i
const PARTIAL_PREFIX = '.recoverable-'

/** What is wrong with a destination by its text alone, as the end of a sentence that begins with its name, or null. */
export function destinationFault(destination: string): string | null {
  if (destination === '') return 'is empty; give the name of the file, such as "models/a.bin"'
  if (destination.length > MAX_DESTINATION) return `is longer than ${MAX_DESTINATION} characters`
  // A lone surrogate becomes a replacement character on disk: two destinations would be one file.
  if (!destination.isWellFormed()) return 'is not well-formed Unicode'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  if (/[\u0000-\u001f\u007f]/.test(destination)) return 'holds a control character'
  if (destination.includes('\\')) return 'holds a backslash; put "/" between folders'
  if (destination.startsWith('/') || /^[a-z]:/i.test(destination)) return 'is absolute; give a path within the download folder'
  for (const name of destination.split('/')) {
    const fault = nameFault(name)
    if (fault !== null) return fault
  }
  return null
}

function nameFault(name: string): string | null {
  if (name === '') return 'holds an empty name: "/" stands at its end or twice in a row'
  if (name === '.' || name === '..') return `holds "${name}"; it must lead straight into the download folder`
  if (/[. ]$/.test(name)) return 'holds a name that ends with a dot or a blank, which Windows leaves out; give another name'
  if (DEVICE_OF_WINDOWS.test(name)) return 'holds a name that is a device on Windows; give another name'
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `holds a name longer than ${MAX_NAME_BYTES} bytes`
  if (name.toLowerCase().startsWith(PARTIAL_PREFIX))
    return `holds a name that begins with "${PARTIAL_PREFIX}", which is kept for unfinished files`
  return null
}

/**
 * Finds the place of a destination and makes the folders that are missing.
 *
 * Call it again just before the place is used: folders may have been replaced by links since. (Node has no `openat`,
 * so the folder on disk must not be writable by anyone who is not trusted with what the server may write.)
 *
 * @throws InvalidInputError when it leads outside, to a link, to a folder or to anything but a file
 */
export async function findPlace(
  directory: string,
  destination: string,
  operationId: string,
  storeId: string | null = null,
): Promise<Place> {
  const fault = destinationFault(destination)
  if (fault !== null) throw invalid(fault)
  await mkdir(directory, { recursive: true })
  const root = await realpath(directory)
  const names = destination.split('/')
  const fileName = names.pop() ?? ''
  let folder = root
  for (const name of names) folder = await enter(root, folder, name)
  const file = join(folder, fileName)
  const found = await lstatIfAny(file)
  if (found?.isSymbolicLink()) throw invalid('is a symbolic link; remove it or give another name')
  if (found?.isDirectory()) throw invalid('is a folder; give the name of a file')
  if (found !== null && !found.isFile()) throw invalid('is neither a file nor free; give another name')
  return { file, partial: join(folder, partialName(operationId, storeId)) }
}

/**
 * The name of an unfinished file. Ids may be longer than a file name and hold any character, so that their hash stands for
 * them. The store is named too, because folders may be shared and nobody must take the file of another for a leftover.
 */
export function partialName(operationId: string, storeId: string | null): string {
  const hash = createHash('sha256').update(operationId).digest('hex').slice(0, 32)
  return `${PARTIAL_PREFIX}${storeId === null ? '' : `${storeId}-`}${hash}.partial`
}

/** What the name of an unfinished file says; null for any other name. */
export function readPartialName(name: string): { readonly storeId: string | null } | null {
  const match = /^\.recoverable-(?:([0-9a-f]{8})-)?[0-9a-f]{32}\.partial$/.exec(name)
  return match === null ? null : { storeId: match[1] ?? null }
}

/** The real path of a folder's sub-folder, which is made if it is missing. */
async function enter(root: string, folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  const made = await mkdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (made) await syncFolder(folder)
  const real = await realpath(path).catch((cause: unknown) => {
    throw invalid(`leads through "${name}", which is a link to nowhere`, cause)
  })
  if (!isInside(root, real)) throw invalid(`leads through "${name}" out of the download folder`)
  if (!(await stat(real)).isDirectory()) throw invalid(`leads through "${name}", which is not a folder`)
  return real
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

async function lstatIfAny(path: string): Promise<Stats | null> {
  return lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** The size of a file; null when there is none. */
export async function fileSize(path: string): Promise<number | null> {
  const found = await lstatIfAny(path)
  return found?.isFile() ? found.size : null
}

/** Gives the partial file its name, in one step that survives a loss of power; what had the name before is replaced. */
export async function moveIntoPlace(place: Place): Promise<void> {
  await rename(place.partial, place.file)
  await syncFolder(dirname(place.file))
}

/** Makes names that were made, changed or removed in a folder survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch (error) {
    // Windows and some network file systems cannot do it; there the name is as durable as they make it.
    if (!['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function invalid(fault: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError(`input.destination ${fault}`, { field: 'destination', cause })
}
