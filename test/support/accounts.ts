import { join } from 'node:path'
import { defineEntity, p } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import { tempFolder } from './temp-folder.ts'

/** An entity of a program's own, in the same file as its operations. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: { id: p.string().primary(), balance: p.integer() },
})

export async function prepare(entityManager: EntityManager): Promise<void> {
  await entityManager.execute('create table if not exists accounts (id text primary key, balance integer not null)')
  await entityManager.execute("insert into accounts values ('ada', 0) on conflict do nothing")
}

/** Adds 1 to the one account; answers what it holds then. */
export async function deposit(entityManager: EntityManager): Promise<number> {
  const account = await entityManager.findOneOrFail(Account, 'ada')
  account.balance += 1
  await entityManager.flush()
  return account.balance
}

export async function newDatabase(): Promise<string> {
  return join(await tempFolder(), 'recovery.db')
}

/** What the file holds, read past everything of ours. */
export function balanceIn(file: string): number {
  const database = new Database(file, { readonly: true })
  try {
    return (database.prepare("select balance from accounts where id = 'ada'").get() as { balance: number }).balance
  } finally {
    database.close()
  }
}
