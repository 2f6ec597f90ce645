import { randomBytes } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROLES, type Role } from '../../../src/operation/caller.ts'
import { createToken, hashToken, tokenEntryText } from '../../../src/server/auth/tokens.ts'
import { killServer, type ServerProcess, spawnServerProcess } from '../../support/server-process.ts'
import { SETTINGS } from './settings.ts'

/** A server that is attacked: a process of its own, guarded as on a public network, with limits that need no long wait. */
export interface Target {
  readonly url: string
  readonly port: number
  readonly tokens: Readonly<Record<Role, string>>
  readonly downloads: string
  readonly process: ServerProcess
  /** Bytes of memory that the process has. */
  readonly memory: () => Promise<number>
  readonly stop: () => Promise<void>
}

export async function startTarget(): Promise<Target> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'recoverable-hostile-')))
  const tokens = Object.fromEntries(ROLES.map((role) => [role, createToken(randomBytes)])) as Target['tokens']
  const entries = ROLES.map((role) => tokenEntryText({ name: role, role, hash: hashToken(tokens[role]) }))
  const process = spawnServerProcess(folder, { ...SETTINGS, RECOVERY_TOKENS: entries.join(',') })
  const url = await process.started()
  return {
    url,
    port: Number(new URL(url).port),
    tokens,
    downloads: join(folder, 'data/downloads'),
    process,
    memory: async () => {
      const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${tokens.admin}` } })
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(await answer.text())?.[1])
    },
    stop: async () => {
      await killServer(process)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
