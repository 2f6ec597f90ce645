import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperationById, OperationEvents } from '../../src/client/documents/operations.ts'
import { sha256 } from '../../test/support/content.ts'
import type { SeenRequest } from '../../test/support/faulty-server.ts'
import { ask } from './client.ts'
import type { Download } from './downloads.ts'
import type { Server } from './server.ts'
import type { Evidence, Found } from './verdict.ts'

/** Looks at what is really there: the stored operations, the files on disk, what the file server was asked. Stops our server. */
export async function collectEvidence(
  server: Server,
  folder: string,
  downloads: readonly Download[],
  requests: readonly SeenRequest[],
): Promise<Evidence> {
  const files: Found[] = []
  for (const download of downloads) files.push(await findFile(server.url, folder, download))
  const { code } = await server.stop()
  return {
    files,
    names: await readdir(folder, { recursive: true }),
    requests: requests.length,
    sentBytes: requests.reduce((sum, { sent }) => sum + sent, 0),
    resumedBytes: requests.reduce((sum, request) => sum + resumedFrom(request), 0),
    exitCode: code,
  }
}

async function findFile(url: string, folder: string, { file, cursors }: Download): Promise<Found> {
  const id = file.name
  const { operation } = await ask(url, OperationById, { id })
  const { operation: story } = await ask(url, OperationEvents, { id, first: 500 })
  const onDisk = await readFile(join(folder, file.name)).catch(() => null)
  return {
    name: file.name,
    bytes: file.bytes,
    state: operation?.state ?? null,
    outcomes: operation?.attempts.edges.map(({ node }) => node.outcome.toLowerCase()) ?? [],
    sha256: file.sha256,
    sha256OnDisk: onDisk === null ? null : sha256(onDisk),
    seen: cursors,
    logged: story?.events.edges.map(({ node }) => node.cursor) ?? [],
  }
}

/** The bytes that a request spared, because it asked for the rest only and got it. */
function resumedFrom({ status, headers }: SeenRequest): number {
  return status === 206 ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0) : 0
}
