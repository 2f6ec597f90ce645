import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ROOMS, type Room, SCHEMA_IMPORTERS, SHARED } from './rooms.ts'

/** One import that a file makes. */
interface Import {
  readonly specifier: string
  readonly line: number
  /** Erased before it runs: `import type …`, or a list in which every name is a `type`. */
  readonly typesOnly: boolean
}

// The formatter guarantees the shape: statements begin a line, quotes are single.
const STATIC = /^(?:import|export)\s+(?:(type\s)?([^'"`;=]*?)\s*from\s+)?'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'/g

/** The imports (and re-exports) of a source text, dynamic ones included. */
export function importsOf(source: string): readonly Import[] {
  const lineAt = (index: number) => source.slice(0, index).split('\n').length
  const found: Import[] = []
  for (const match of source.matchAll(STATIC)) {
    const typesOnly = match[1] !== undefined || namesOnlyTypes(match[2] ?? '')
    found.push({ specifier: match[3] as string, line: lineAt(match.index), typesOnly })
  }
  for (const match of source.matchAll(DYNAMIC)) {
    found.push({ specifier: match[1] as string, line: lineAt(match.index), typesOnly: false })
  }
  return found
}

function namesOnlyTypes(clause: string): boolean {
  const list = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]
  if (list === undefined) return false
  const names = list.split(',').map((name) => name.trim())
  return names.every((name) => name === '' || name.startsWith('type '))
}

/** Every import of the file that breaks a row of the table of rooms, as a line for people. */
export function violationsOf(file: string, source: string): readonly string[] {
  const room = roomOf(file)
  if (room === null) return [`${file}: no row of scripts/rooms.ts names its room; add one that says what it may import`]
  return importsOf(source).flatMap((found) => {
    const fault = faultOf(room, file, found)
    return fault === null ? [] : [`${file}:${found.line} imports ${found.specifier}: ${fault}`]
  })
}

function faultOf(room: Room, file: string, found: Import): string | null {
  if (!found.specifier.startsWith('.')) {
    return room.packages ? null : `the row of ${room.path} allows no packages: ${room.why}`
  }
  const imported = path.posix.join(path.posix.dirname(file), found.specifier)
  const target = roomOf(imported)
  if (target === null || target === room || imported === SHARED.errors) return null
  if (target.path === SHARED.room && found.typesOnly) return null
  if (target.path === 'schema/' && !SCHEMA_IMPORTERS.includes(room.path)) {
    return `only ${SCHEMA_IMPORTERS.join(', ')} may import schema/; everybody else is given a GraphQLSchema`
  }
  if (room.mayImport === 'all' || room.mayImport.includes(target.path)) return null
  const allowed = room.mayImport.length > 0 ? room.mayImport.join(', ') : 'nothing'
  return `the row of ${room.path} allows ${allowed}, and the types and errors of ${SHARED.room}: ${room.why}`
}

function roomOf(file: string): Room | null {
  const fitting = ROOMS.filter((room) => (room.path.endsWith('/') ? file.startsWith(room.path) : file === room.path))
  return fitting.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null
}

/** The source files of the repository, by their paths from its root. */
function sourceFiles(): readonly string[] {
  return globSync(['{src,schema,test,bench,examples,scripts}/**/*.{ts,tsx,mjs,js}', 'codegen.ts']).toSorted()
}

if (import.meta.main) {
  const violations = sourceFiles().flatMap((file) => violationsOf(file, readFileSync(file, 'utf8')))
  for (const violation of violations) console.error(violation)
  process.exitCode = violations.length === 0 ? 0 : 1
}
