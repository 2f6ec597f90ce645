import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { type Provoked, provoked } from './provoked.ts'

/** What both libraries can do. */
interface Connection {
  exec(sql: string): unknown
  close(): unknown
}
type Open = (path: string, options?: { readonly readOnly?: true }) => Connection

const PAGE = 4096

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sqlite-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

const openBetter: Open = (path, options) => {
  const opened = new Database(path, { readonly: options?.readOnly ?? false, timeout: 0 })
  onTestFinished(() => void opened.close())
  return opened
}

const openNode: Open = (path, options) => {
  const opened = new DatabaseSync(path, { readOnly: options?.readOnly ?? false, timeout: 0 })
  onTestFinished(() => {
    if (opened.isOpen) opened.close()
  })
  return opened
}

/** A database of one table with two rows; answers its path. */
function filled(open: Open): string {
  const path = join(folder(), 'database')
  const made = open(path)
  made.exec('create table t (x unique); insert into t values (1), (2)')
  made.close()
  return path
}

function busy(open: Open): void {
  const path = filled(open)
  open(path).exec('begin immediate')
  open(path).exec('begin immediate')
}

function readonly(open: Open): void {
  open(filled(open), { readOnly: true }).exec('insert into t values (3)')
}

function corrupt(open: Open): void {
  const path = filled(open)
  writeFileSync(path, readFileSync(path).fill(0xff, PAGE, 2 * PAGE))
  open(path).exec('insert into t values (3)')
}

function notADatabase(open: Open): void {
  const path = join(folder(), 'text')
  writeFileSync(path, 'x'.repeat(2 * PAGE))
  open(path).exec('create table t (x)')
}

function constraint(open: Open): void {
  open(filled(open)).exec('insert into t values (1)')
}

function full(open: Open): void {
  open(filled(open)).exec('pragma max_page_count = 3; insert into t values (zeroblob(100000))')
}

function cannotOpen(open: Open): void {
  open(folder()).exec('select 1')
}

function locked(): void {
  const connection = new DatabaseSync(filled(openNode))
  const rows = connection.prepare('select x from t').iterate()
  rows.next()
  onTestFinished(() => connection.close())
  connection.exec('drop table t')
}

/** SQLite, through both libraries. */
export const SQLITE: readonly Provoked[] = [
  ...[openBetter, openNode].flatMap((open) => {
    const row = (code: string, errcode: number, kind: Provoked['kind'], work: (open: Open) => void) =>
      open === openBetter
        ? provoked(`code SQLITE_${code}`, kind, 'better-sqlite3', () => work(open))
        : provoked(`errcode ${errcode}`, kind, 'node:sqlite', () => work(open))
    return [
      row('BUSY', 5, 'contention', busy),
      row('READONLY', 8, 'configuration', readonly),
      row('CORRUPT', 11, 'corrupt', corrupt),
      row('NOTADB', 26, 'corrupt', notADatabase),
      row('CONSTRAINT_UNIQUE', 2067, 'data', constraint),
      row('FULL', 13, 'storage', full),
      row('CANTOPEN', 14, 'configuration', cannotOpen),
    ]
  }),
  provoked('errcode 6', 'contention', 'node:sqlite', locked),
]
