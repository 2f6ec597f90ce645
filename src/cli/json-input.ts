import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Json } from '../operation/json.ts'
import type { World } from './world.ts'

/** What was given as an input is no JSON, or cannot be read. */
class InputError extends Error {
  readonly code = 'USAGE'
}

/**
 * Reads an input as `--input` names it: JSON as it stands, `@file` that holds JSON, or `-` for standard input.
 *
 * @throws InputError when it cannot be read or is no JSON
 */
export async function readJsonInput(text: string, { cwd, readInput }: Pick<World, 'cwd' | 'readInput'>): Promise<Json> {
  if (text === '-') return parse(await readInput(), 'Standard input')
  if (!text.startsWith('@')) return parse(text, '--input')
  const file = text.slice(1)
  try {
    return parse(await readFile(resolve(cwd, file), 'utf8'), file)
  } catch (error) {
    if (error instanceof InputError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(`The input file ${file} cannot be read: ${reason}`, { cause: error })
  }
}

function parse(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(`${name} is no JSON: ${reason}. Texts need their quotes: --input '"a text"'`, { cause: error })
  }
}
