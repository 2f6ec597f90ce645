import type { Recovery } from '../../src/engine/recovery.ts'
import { createRecovery } from '../../src/index.ts'
import type { Random } from '../../src/operation/clock.ts'
import { FakeClock } from '../../test/support/fake-clock.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { defineAll } from './demo-functions.ts'
import { busy, refused, type World } from './demo-world.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** How far the past reaches back. */
const PAST_MS = 8 * HOUR
const GAP_MS = 24_000
/** When the world was not well, before now, and how much of it. */
const OUTAGES: readonly { readonly from: number; readonly until: number; readonly part: number }[] = [
  { from: 4.4 * HOUR, until: 4.1 * HOUR, part: 0.45 },
  { from: 2.3 * HOUR, until: 1.75 * HOUR, part: 0.8 },
  { from: 25 * MINUTE, until: 18 * MINUTE, part: 0.5 },
]
const EVERYDAY = 0.05
const SHOPS = ['east', 'west', 'south']

/**
 * Writes the last hours into a database: the same engine and the same functions, in a time that passes as fast as it is
 * worked through, with the same luck each time.
 */
export async function writePast(file: string, now: number): Promise<void> {
  const clock = new FakeClock(now - PAST_MS)
  const random = seededRandom(20)
  const recovery = await createRecovery({ store: `sqlite:${file}`, clock, random, open: false })
  defineAll(recovery, pastWorld(clock, random, now))
  // A function that was taken out since.
  recovery.define('export_to_legacy', () => new Promise<never>(() => undefined))
  await recovery.open()
  for (let number = 1; clock.now() < now - 3 * MINUTE; number++) {
    const { name, input } = nextWork(number, random)
    await recovery.start(name, input, { metadata: { source: number % 3 === 0 ? 'api' : 'scheduler', tenant: tenantOf(random) } })
    await clock.advance(Math.round(GAP_MS * (0.4 + random())))
  }
  const left = { runAt: new Date(now - MINUTE), metadata: { source: 'scheduler', tenant: 'acme' } }
  await recovery.start('export_to_legacy', { month: 'September' }, { ...left, id: 'export-september' })
  await stop(recovery, clock)
}

/** Its timers are the clock's, what it writes takes real time: both go on until it is done. */
async function stop(recovery: Recovery, clock: FakeClock): Promise<void> {
  let isStopped = false
  const stopped = recovery.stop({ timeoutMs: 1000 }).then(() => {
    isStopped = true
  })
  while (!isStopped) await clock.advance(10)
  await stopped
}

function pastWorld(clock: FakeClock, random: Random, now: number): World {
  return {
    wait: (ms, signal) => waited(clock, ms * (0.6 + random()), signal),
    trouble(host, _attempt) {
      const ago = now - clock.now()
      const part = OUTAGES.find(({ from, until }) => ago < from && ago > until)?.part ?? EVERYDAY
      if (random() >= part) return null
      return host === 'smtp.example' ? refused(host, 587) : busy(host, null)
    },
  }
}

function waited(clock: FakeClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // Long work of the past is told in short.
    const timer = clock.timer(Math.min(ms, 900), resolve)
    signal.addEventListener('abort', () => {
      timer.cancel()
      reject(signal.reason)
    })
  })
}

function nextWork(number: number, random: Random): { readonly name: string; readonly input: object } {
  const dice = random()
  if (dice < 0.4) return { name: 'sync_orders', input: { shop: SHOPS[number % SHOPS.length], pages: 4 } }
  if (dice < 0.65)
    return { name: 'send_invoice', input: { invoice: `INV-${1800 + number}`, to: `customer-${number}@example.com` } }
  if (dice < 0.85)
    return { name: 'charge_card', input: { order: `A-${7000 + number}`, cents: 1900 + Math.floor(random() * 9000) } }
  return { name: 'geocode_address', input: { address: `${number} Station Road` } }
}

function tenantOf(random: Random): string {
  return random() < 0.6 ? 'acme' : 'globex'
}
