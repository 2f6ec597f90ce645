import { seededRandom } from '../../test/support/seeded-random.ts'
import { Client, type ClientPolicy } from './client.ts'
import { Dependency } from './dependency.ts'
import { Timeline } from './timeline.ts'

/** 100 clients use 70 % of a dependency; then it has a tenth of its capacity for 10 s. Times are milliseconds. */
export const WORLD = {
  clients: 100,
  /** Calls a second, when it is well. */
  capacity: 1000,
  load: 0.7,
  timeoutMs: 1000,
  outageAt: 10_000,
  outageMs: 10_000,
  outageCapacity: 0.1,
  /** Two seconds' work of a healthy dependency: more than a caller waits for. */
  queue: 2000,
  /** No operation begins later. */
  endAt: 70_000,
} as const

/** What an outage came to under one policy. */
export interface Collapse {
  /** Shares of the operations begun from the outage on, and of those begun after it, that succeeded at last. */
  readonly success: number
  readonly successAfter: number
  /** Calls for each operation begun from the outage on. */
  readonly work: number
  /** From the outage's end until operations succeed within a second again, for good; Infinity: not in the 50 s observed. */
  readonly recoveryMs: number
}

interface Second {
  begun: number
  succeeded: number
  /** Succeeded within a second. */
  promptly: number
}

/** The part of the operations begun in a second that must succeed promptly for it to count as well. */
const WELL = 0.95

/** The same policy and seed, the same answer. */
export function simulateCollapse(policy: ClientPolicy, seed: number): Collapse {
  const random = seededRandom(seed)
  const timeline = new Timeline()
  const around = { dependency: new Dependency(WORLD, timeline), timeline, random, timeoutMs: WORLD.timeoutMs }
  const clients = Array.from({ length: WORLD.clients }, () => new Client(policy, around))
  const seconds = Array.from({ length: WORLD.endAt / 1000 }, (): Second => ({ begun: 0, succeeded: 0, promptly: 0 }))
  const calls = () => clients.reduce((sum, client) => sum + client.calls, 0)
  let callsBefore = 0
  timeline.at(WORLD.outageAt, () => {
    callsBefore = calls()
  })
  const arrive = () => {
    const begunAt = timeline.now
    const second = seconds[Math.floor(begunAt / 1000)]
    if (second === undefined) return
    second.begun++
    const client = clients[Math.floor(random() * clients.length)] as Client
    client.start((succeeded) => {
      if (succeeded) second.succeeded++
      if (succeeded && timeline.now - begunAt <= 1000) second.promptly++
    })
    timeline.after(untilNext(random()), arrive)
  }
  arrive()
  timeline.run()
  return summary(seconds, calls() - callsBefore)
}

/** Arrivals are a Poisson process. */
function untilNext(drawn: number): number {
  return (-Math.log(1 - drawn) * 1000) / (WORLD.capacity * WORLD.load)
}

function summary(seconds: readonly Second[], calls: number): Collapse {
  const fromOutage = seconds.slice(WORLD.outageAt / 1000)
  const after = seconds.slice((WORLD.outageAt + WORLD.outageMs) / 1000)
  const lastIll = after.findLastIndex(({ promptly, begun }) => promptly < WELL * begun)
  return {
    success: total(fromOutage, 'succeeded') / total(fromOutage, 'begun'),
    successAfter: total(after, 'succeeded') / total(after, 'begun'),
    work: calls / total(fromOutage, 'begun'),
    recoveryMs: lastIll === after.length - 1 ? Number.POSITIVE_INFINITY : (lastIll + 1) * 1000,
  }
}

function total(seconds: readonly Second[], of: keyof Second): number {
  return seconds.reduce((sum, second) => sum + second[of], 0)
}
