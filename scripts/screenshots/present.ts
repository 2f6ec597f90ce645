import { setTimeout as sleep } from 'node:timers/promises'
import { orThrow, type RecoveryClient } from '../../src/client/index.ts'
import { content, sha256 } from '../../test/support/content.ts'
import type { FaultyServer } from '../../test/support/faulty-server.ts'

/** The operations that pictures are made of. */
export const SCENE = {
  recovering: 'sync-orders-north',
  failed: 'backup-nightly',
  film: 'download-film',
} as const

const MEGABYTE = 1_000_000
const WAIT_MS = 30_000
const POLL_MS = 100

/** Starts what is going on while the pictures are taken, and waits until all of it has come to rest, or to work. */
export async function setScene(client: RecoveryClient, files: FaultyServer): Promise<void> {
  const start = async (id: string, functionName: string, input: object, more: object = {}) => {
    const metadata = { source: 'api', tenant: 'acme' }
    orThrow(await client.start({ id, functionName, input, metadata, ...more }))
  }
  for (let order = 8101; order <= 8108; order++)
    await start(`charge-A-${order}`, 'charge_card', { order: `A-${order}`, cents: 4900 })
  orThrow(await client.trip({ scope: 'geocode_address', reason: 'The provider announced maintenance until the evening' }))
  await start('geocode-harbour', 'geocode_address', { address: '7 Harbour Street' })
  for (const number of [2310, 2311, 2312]) {
    await start(`invoice-INV-${number}`, 'send_invoice', { invoice: `INV-${number}`, to: `customer-${number}@example.com` })
  }
  await start(SCENE.failed, 'backup_database', { database: 'orders' })
  await start('catalog-hansen', 'import_catalog', { supplier: 'hansen', rows: 18_400 })
  await pauseAt(client, 'catalog-hansen')
  await startDownloads(client, files, start)
  await start(SCENE.recovering, 'sync_orders', { shop: 'north', pages: 6 })
  await start('transcode-keynote', 'transcode_video', { file: 'keynote.mov', preset: 'web' })
  await start('sync-orders-tonight', 'sync_orders', { shop: 'west', pages: 4 }, { runAt: inHours(5) })
  const resting = [SCENE.recovering, SCENE.failed, 'invoice-INV-2312', 'download-archive', 'download-dataset', 'charge-A-8108']
  await Promise.all([...resting.map((id) => until(client, id, isAtRest)), until(client, SCENE.film, isTriedAgain)])
}

type Start = (id: string, functionName: string, input: object) => Promise<void>

type StartDownload = (id: string, url: string, destination: string, more?: object) => Promise<void>

async function startDownloads(client: RecoveryClient, files: FaultyServer, start: Start): Promise<void> {
  const archive = content(4 * MEGABYTE, 'archive')
  const slow = { content: content(40 * MEGABYTE, 'photos'), bytesPerSecond: 2 * MEGABYTE }
  const download: StartDownload = (id, url, destination, more = {}) => start(id, 'download', { url, destination, ...more })
  await download('download-archive', files.serve('/archive.tar', { content: archive }), 'backups/archive.tar', {
    sha256: sha256(archive),
  })
  for (const name of ['icons.zip', 'price-list.csv']) {
    await download(`download-${name}`, files.serve(`/${name}`, { content: content(MEGABYTE / 4, name) }), name)
  }
  await download('download-missing', `${files.origin}/manual-v2.pdf`, 'manuals/manual-v2.pdf')
  const wait = { status: 503, headers: { 'retry-after': '240' } }
  await download(
    'download-dataset',
    files.serve('/dataset.parquet', { content: archive, faults: [wait, wait, wait] }),
    'datasets/dataset.parquet',
  )
  await download('download-photos', files.serve('/photos.zip', slow), 'photos/photos.zip')
  await until(client, 'download-photos', ({ progress }) => (progress?.current ?? 0) > 6 * MEGABYTE)
  orThrow(await client.pause({ id: 'download-photos' }))
  await startFilm(files, download)
}

/** Fast until the connection is cut, then slow: it stands at much the same place in each picture. */
async function startFilm(files: FaultyServer, download: StartDownload): Promise<void> {
  const film = content(120 * MEGABYTE, 'film')
  const busy = { status: 503, headers: { 'retry-after': '1' } }
  const cut = { breakAfter: { bytes: 77 * MEGABYTE, by: 'reset' } } as const
  const url = files.serve('/film-master.mp4', { content: film, faults: [busy, cut] })
  const begun = files.requested(files.requests.length + 2)
  await download(SCENE.film, url, 'films/film-master.mp4')
  await begun
  files.serve('/film-master.mp4', { content: film, bytesPerSecond: MEGABYTE / 8 })
}

type Shown = NonNullable<Awaited<ReturnType<RecoveryClient['operation']>>>

/** Ended, or waiting for minutes. */
function isAtRest({ state, nextAttemptAt, error }: Shown): boolean {
  if (['SUCCESS', 'FAILED', 'EXHAUSTED'].includes(state)) return true
  return nextAttemptAt !== null && error !== null && Date.parse(nextAttemptAt) - Date.now() > 60_000
}

/** In the middle of a later attempt. */
function isTriedAgain({ state, nextAttemptAt, progress, attempt }: Shown): boolean {
  return state === 'RECOVERING' && nextAttemptAt === null && attempt > 1 && (progress?.fraction ?? 0) > 0.5
}

async function pauseAt(client: RecoveryClient, id: string): Promise<void> {
  await until(client, id, ({ progress }) => progress?.current !== undefined && progress.current !== null)
  orThrow(await client.pause({ id }))
}

async function until(client: RecoveryClient, id: string, isSo: (operation: Shown) => boolean): Promise<void> {
  for (let waited = 0; waited < WAIT_MS; waited += POLL_MS) {
    const operation = await client.operation(id)
    if (operation !== null && isSo(operation)) return
    await sleep(POLL_MS)
  }
  throw new Error(`${id} did not become what its picture is to show: ${JSON.stringify(await client.operation(id))}`)
}

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}
