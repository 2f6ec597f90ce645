import { z } from 'zod'
import type { Context } from '../../src/engine/context.ts'
import type { Recovery } from '../../src/engine/recovery.ts'
import { PRESENT, type World } from './demo-world.ts'

// What a small shop might run: the functions of the server that is photographed.

const FRAMES_A_SECOND = 48
const FIRST_FRAME = 5160

/** For the server, as any module of own functions. */
export function register(recovery: Recovery): void {
  defineAll(recovery, PRESENT)
}

/** The same in another world. */
export function defineAll(recovery: Recovery, world: World): void {
  const waits = { initialDelay: '2s', backoffFactor: 2, maxDelay: '5m', strategy: 'exponential' } as const
  recovery.define('sync_orders', (input: SyncInput, ctx) => syncOrders(input, ctx, world), {
    ...waits,
    description: 'Fetches the new orders of a shop, page by page.',
    maxRetries: 5,
    input: z.object({ shop: z.string().min(1), pages: z.int().min(1).max(100).default(4) }),
  })
  recovery.define('send_invoice', (input: InvoiceInput, ctx) => sendInvoice(input, ctx, world), {
    description: 'Renders an invoice and mails it.',
    maxRetries: 2,
    initialDelay: '500ms',
    strategy: 'exponential',
    circuitBreaker: { threshold: 20, timeout: '5m' },
    input: z.object({ invoice: z.string().regex(/^INV-\d+$/), to: z.email() }),
  })
  recovery.define('charge_card', (input: ChargeInput, ctx) => chargeCard(input, ctx, world), {
    ...waits,
    description: 'Charges the card of an order.',
    maxRetries: 4,
    circuitBreaker: { threshold: 5, timeout: '10m' },
    input: z.object({ order: z.string(), cents: z.int().min(1) }),
  })
  recovery.define('transcode_video', (input: VideoInput, ctx) => transcodeVideo(input, ctx, world), {
    description: 'Converts a film for the web.',
    maxRetries: 3,
    timeout: '2h',
    concurrency: 2,
    input: z.object({ file: z.string(), preset: z.enum(['web', 'mobile']).default('web') }),
  })
  recovery.define('import_catalog', (input: CatalogInput, ctx) => importCatalog(input, ctx, world), {
    ...waits,
    description: 'Imports the articles of a supplier.',
    maxRetries: 5,
    input: z.object({ supplier: z.string(), rows: z.int().min(1) }),
  })
  recovery.define('geocode_address', (_: AddressInput, ctx) => world.wait(120, ctx.signal), {
    ...waits,
    description: 'Looks up where an address lies.',
    input: z.object({ address: z.string() }),
  })
  recovery.define('backup_database', backUpDatabase, {
    description: 'Writes a copy of the database to the archive disk.',
    maxRetries: 3,
    input: z.object({ database: z.string() }),
  })
}

interface SyncInput {
  readonly shop: string
  readonly pages: number
}

async function syncOrders({ shop, pages }: SyncInput, ctx: Context, world: World) {
  await ctx.step('sign in', () => world.wait(180, ctx.signal).then(() => ({ session: `s-${shop}` })))
  for (let page = 1; page <= pages; page++) {
    await ctx.step(`page ${page}`, async () => {
      await world.wait(420, ctx.signal)
      // The first pages come; a shop in trouble breaks off in the middle.
      if (page > pages / 2) fail(world, `orders.${shop}.example`, ctx.attempt)
      return { orders: 50 }
    })
    ctx.progress({ current: page * 50, total: pages * 50, unit: 'orders', stage: 'fetching' })
  }
  return { shop, orders: pages * 50 }
}

interface InvoiceInput {
  readonly invoice: string
  readonly to: string
}

async function sendInvoice({ invoice, to }: InvoiceInput, ctx: Context, world: World) {
  await ctx.step('render', () => world.wait(240, ctx.signal).then(() => ({ file: `${invoice}.pdf`, bytes: 48_211 })))
  await world.wait(90, ctx.signal)
  fail(world, 'smtp.example', ctx.attempt)
  return { invoice, to }
}

interface ChargeInput {
  readonly order: string
  readonly cents: number
}

async function chargeCard({ order, cents }: ChargeInput, ctx: Context, world: World) {
  await world.wait(310, ctx.signal)
  fail(world, 'cards.example', ctx.attempt)
  return { order, cents, receipt: `r-${order}` }
}

interface VideoInput {
  readonly file: string
  readonly preset: string
}

async function transcodeVideo({ file, preset }: VideoInput, ctx: Context, world: World) {
  const total = 12_000
  await ctx.step('probe', () => world.wait(300, ctx.signal).then(() => ({ frames: total, codec: 'prores' })))
  for (let frame = FIRST_FRAME; frame < total; frame += FRAMES_A_SECOND) {
    ctx.progress({ current: frame, total, unit: 'frames', rate: FRAMES_A_SECOND, stage: `encoding for ${preset}` })
    await world.wait(1000, ctx.signal)
  }
  return { file: file.replace(/\.\w+$/, '.mp4'), frames: total }
}

interface CatalogInput {
  readonly supplier: string
  readonly rows: number
}

async function importCatalog({ supplier, rows }: CatalogInput, ctx: Context, world: World) {
  await ctx.step('fetch', () => world.wait(700, ctx.signal).then(() => ({ rows })))
  fail(world, `${supplier}.example`, ctx.attempt)
  for (let row = Math.round(rows * 0.38); row < rows; row += rows / 100) {
    ctx.progress({ current: Math.round(row), total: rows, unit: 'rows', stage: 'importing' })
    await world.wait(1000, ctx.signal)
  }
  return { supplier, rows }
}

interface AddressInput {
  readonly address: string
}

interface BackupInput {
  readonly database: string
}

function backUpDatabase({ database }: BackupInput): never {
  const message = `ENOSPC: no space left on device, write '/archive/${database}.sql'`
  throw Object.assign(new Error(message), { code: 'ENOSPC', syscall: 'write' })
}

function fail(world: World, host: string, attempt: number): void {
  const error = world.trouble(host, attempt)
  if (error !== null) throw error
}
