import type { Database, Statement } from 'better-sqlite3'
import { type AuditEntry, type AuditQuery, auditEntryOf } from '../../operation/audit.ts'
import type { Paged } from '../../operation/query.ts'
import type { Vault } from '../encryption/vault.ts'
import type { EventRow } from './child-rows.ts'
import { NO_OPERATION, toLogEntry } from './log-rows.ts'

interface Reads {
  readonly first: Statement<unknown[], EventRow>
  readonly last: Statement<unknown[], EventRow>
}

/** Reads who did what. */
export class AuditReader {
  readonly #vault: Vault | null
  readonly #all: Reads
  readonly #ofActor: Reads
  readonly #ofOperation: Reads
  readonly #ofBoth: Reads

  constructor(database: Database, vault: Vault | null) {
    this.#vault = vault
    // Named, because the positions' own order looks as good to the planner, and would be read from end to end.
    const prepare = (index: string, wanted: string): Reads => {
      const range = `select * from recovery_events indexed by ${index}
        where actor is not null and position > ? and position < ?${wanted}`
      return {
        first: database.prepare(`${range} order by position limit ?`),
        last: database.prepare(`${range} order by position desc limit ?`),
      }
    }
    this.#all = prepare('recovery_events_audit', '')
    this.#ofActor = prepare('recovery_events_actor', ' and actor = ?')
    this.#ofOperation = prepare('recovery_events_operation', ' and operation_id = ?')
    this.#ofBoth = prepare('recovery_events_operation', ' and operation_id = ? and actor = ?')
  }

  read({ actor, operationId, limit, ...page }: AuditQuery): Paged<AuditEntry> {
    const { after = Number.MIN_SAFE_INTEGER, before = Number.MAX_SAFE_INTEGER, fromEnd = false } = page
    // What belongs to no operation has the empty id, which nobody can ask for.
    if (operationId === NO_OPERATION) return { items: [], hasMore: false }
    const wanted = [operationId, actor].filter((value) => value !== undefined)
    const rows = this.#reads(actor, operationId)[fromEnd ? 'last' : 'first'].all(after, before, ...wanted, limit + 1)
    const items = rows.slice(0, limit).map((row) => auditEntryOf(toLogEntry(row, this.#vault)) as AuditEntry)
    if (fromEnd) items.reverse()
    return { items, hasMore: rows.length > limit }
  }

  #reads(actor: string | undefined, operationId: string | undefined): Reads {
    if (operationId !== undefined) return actor === undefined ? this.#ofOperation : this.#ofBoth
    return actor === undefined ? this.#all : this.#ofActor
  }
}
