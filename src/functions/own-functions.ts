import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log } from '../engine/context.ts'
import type { Recovery } from '../engine/recovery.ts'
import { withinLimit } from '../engine/within-limit.ts'
import type { Clock } from '../operation/clock.ts'
import { InvalidInputError } from '../operation/errors.ts'

/** What a module of own functions exports: it defines them on the engine, which opens after it. */
export type Register = (recovery: Recovery) => unknown

/** A module of own functions that was loaded. */
export interface OwnFunctions {
  /** From the working directory, for people. */
  readonly file: string
  /** The names of what it defined. */
  readonly names: readonly string[]
}

interface Watch {
  readonly clock: Pick<Clock, 'timer'>
  readonly log: Log
}

const WARN_MS = 10_000
const LIMIT_MS = 60_000

/**
 * Loads the modules one after the other and lets each define its functions. Nothing runs before all are there: what
 * waits for one of them would else be found unknown.
 *
 * @param paths absolute
 * @param watch tells of a module that takes 10 s; one that takes 60 s is at fault
 * @throws InvalidInputError naming the file and what to do, for a person who starts a server
 */
export async function registerOwnFunctions(
  recovery: Recovery,
  paths: readonly string[],
  cwd: string,
  watch: Watch,
): Promise<readonly OwnFunctions[]> {
  const registered: OwnFunctions[] = []
  for (const path of paths) {
    const file = relative(cwd, path) || path
    const before = new Set(await namesOf(recovery))
    await watched(file, watch, async () => {
      const register = await load(path, file)
      try {
        await register(recovery)
      } catch (error) {
        throw fault(file, `its register(recovery) failed: ${messageOf(error)}`, error)
      }
    })
    registered.push({ file, names: (await namesOf(recovery)).filter((name) => !before.has(name)) })
  }
  return registered
}

/** The start waits for a module that awaits what never comes: not in silence, and not for ever. */
async function watched(file: string, { clock, log }: Watch, run: () => Promise<void>): Promise<void> {
  const timer = clock.timer(WARN_MS, () => {
    log.warn({ file }, `The functions of ${file} are not registered after ${WARN_MS / 1000} s; the start waits for them`)
  })
  const late = () =>
    fault(
      file,
      `its register(recovery) did not end within ${LIMIT_MS / 1000} s; define functions there, and leave the rest to them`,
    )
  try {
    await withinLimit(clock, LIMIT_MS, run, late)
  } finally {
    timer.cancel()
  }
}

async function namesOf(recovery: Recovery): Promise<readonly string[]> {
  return (await recovery.functions()).map(({ name }) => name)
}

async function load(path: string, file: string): Promise<Register> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw fault(file, `there is no such file (${path}); paths begin at the working directory`)
  if (!found.isFile()) throw fault(file, 'it is not a file; name the module itself, such as ./my-functions.ts')
  const loaded: { readonly register?: unknown } = await import(pathToFileURL(path).href).catch((error: unknown) => {
    throw fault(file, whyNotLoaded(error), error)
  })
  if (typeof loaded.register === 'function') return loaded.register as Register
  const has =
    loaded.register === undefined ? 'it exports no function named register' : 'what it exports as register is no function'
  throw fault(file, `${has}; add: export function register(recovery) { recovery.define(…) }`)
}

/** In words, with the place when Node tells it: the stack of a syntax error begins with `file:line` and the line itself. */
function whyNotLoaded(error: unknown): string {
  if (!(error instanceof SyntaxError)) return `it cannot be loaded: ${messageOf(error)}`
  const [place = '', line = ''] = (error.stack ?? '').split('\n')
  const where = /^(?:file:\/\/)?.+:\d+$/.test(place) ? ` at ${place.replace(/^file:\/\//, '')} (${line.trim()})` : ''
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') {
    return `${messageOf(error)}${where}: Node only removes types and does not translate; write it in plain JavaScript syntax`
  }
  // Types are removed and decorators stay, which the engine of Node does not know: this is all that it says about them.
  if (code === undefined && error.message === 'Invalid or unexpected token') {
    return (
      `it has a syntax error: ${error.message}${where}. Decorators are not translated by Node: ` +
      'compile the file first (esbuild, tsc), or wrap the function with recovery.define(…) instead of a decorator'
    )
  }
  return `it has a syntax error: ${messageOf(error)}${where}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function fault(file: string, what: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError(`The functions of ${file} are not there: ${what}`, { field: 'functions', cause })
}
