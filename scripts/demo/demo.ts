import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { StartOperation } from '../../src/client/documents/controls.ts'
import { RecoveryStatus } from '../../src/client/documents/operations.ts'
import { formatBytes } from '../../src/functions/download-progress.ts'
import { type FaultyServer, startFaultyServer } from '../../test/support/faulty-server.ts'
import { ask, follow } from './client.ts'
import { Downloads } from './downloads.ts'
import { collectEvidence } from './evidence.ts'
import { KILL_AT, type PlannedFile, planFiles } from './plan.ts'
import { Screen } from './screen.ts'
import { Server } from './server.ts'
import { problemsOf, summaryOf } from './verdict.ts'

// `npm run demo`: real downloads over a bad network, by a server that is killed in the middle. Ends with 0 only when
// every file arrived complete and right, and the subscriber missed nothing. `-- --short` does it with small files.

const LIMIT_MS = 120_000
const REDRAW_MS = 100
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

const folder = mkdtempSync(join(tmpdir(), 'recoverable-demo-'))
const downloadFolder = join(folder, 'downloads')
const screen = new Screen(process.stdout, process.env)

endCleanly()
const problems = await run(planFiles(process.argv.includes('--short') ? 'short' : 'long'))
for (const problem of problems) console.error(`Wrong: ${problem}`)
process.exit(problems.length === 0 ? 0 : 1)

/** However this process ends, it leaves nothing behind. (The server's process has a hook of its own.) */
function endCleanly(): void {
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }))
  for (const [signal, number] of Object.entries(SIGNALS)) process.on(signal, () => process.exit(128 + number))
  // Whoever read our output went away.
  process.stdout.on('error', () => process.exit(1))
  setTimeout(() => {
    console.error(`Wrong: after ${LIMIT_MS / 1000} s not all files had arrived`)
    process.exit(1)
  }, LIMIT_MS).unref()
}

async function run(files: readonly PlannedFile[]): Promise<readonly string[]> {
  const fileServer = await startFaultyServer()
  screen.say(`A file server at ${fileServer.origin} offers files, and makes trouble:`)
  for (const { name, bytes, trouble } of files) screen.say(`  ${name.padEnd(13)} ${formatBytes(bytes).padStart(8)}  ${trouble}`)

  const server = new Server(folder, {
    RECOVERY_DOWNLOAD_DIR: downloadFolder,
    RECOVERY_DOWNLOAD_ALLOW_PRIVATE: 'true',
    // All at once, so that the kill meets most of them.
    RECOVERY_MAX_CONCURRENT_DOWNLOADS: '6',
  })
  await server.start()
  screen.say(`\nOur server is ready at ${server.url}/graphql (process ${server.pid}). Mutations start the downloads:\n`)
  const downloads = await startDownloads(server.url, fileServer, files)
  await watch(downloads, server)

  const evidence = await collectEvidence(server, downloadFolder, downloads.all(), fileServer.requests)
  screen.say(['', ...summaryOf(evidence), ''].join('\n'))
  return problemsOf(evidence)
}

async function startDownloads(url: string, fileServer: FaultyServer, files: readonly PlannedFile[]): Promise<Downloads> {
  const { recoveryStatus } = await ask(url, RecoveryStatus, {})
  for (const { name, served, sha256 } of files) {
    const input = { url: fileServer.serve(`/${name}`, served), destination: name, sha256 }
    const { startOperation } = await ask(url, StartOperation, { input: { functionName: 'download', id: name, input } })
    if ('code' in startOperation) throw new Error(startOperation.message)
  }
  return new Downloads(files, recoveryStatus.eventCursor)
}

/** Follows the downloads to their ends over one subscription, and kills the server on the way. */
async function watch(downloads: Downloads, server: Server): Promise<void> {
  const show = () => screen.show(downloads.all(), server.serving, Date.now())
  const redraw = setInterval(show, REDRAW_MS)
  let killed = false
  for await (const update of follow(() => server.url, downloads.cursor)) {
    downloads.take(update)
    if (downloads.ended) break
    if (killed || downloads.fraction < KILL_AT) continue
    killed = true
    const { signal } = await server.kill()
    screen.say(`\nThe server was killed (${signal}) when ${Math.floor(downloads.fraction * 100)}% had come.`)
    const takenUp = await server.start()
    screen.say(`It was started again (process ${server.pid}) and takes up ${takenUp}.\n`)
  }
  clearInterval(redraw)
  show()
}
