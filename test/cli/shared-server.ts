import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { killServer, type ServerProcess, spawnServerProcess } from '../support/server-process.ts'

export const WORK = fileURLToPath(new URL('./work.ts', import.meta.url))

/** One real server for all tests of a file, with the functions of work.ts. Answers how to ask for its address. */
export function sharedServer(env: NodeJS.ProcessEnv = {}): () => string {
  let server: ServerProcess | null = null
  let folder = ''
  let url = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recoverable-'))
    server = spawnServerProcess(folder, { RECOVERY_STORE: 'memory:', RECOVERY_FUNCTIONS: WORK, ...env })
    url = await server.started()
  })
  afterAll(async () => {
    if (server !== null) await killServer(server)
    await rm(folder, { recursive: true, force: true })
  })
  return () => url
}
