import type { Random } from '../../src/operation/clock.ts'

/** A kind of outage. */
export interface World {
  readonly name: string
  /** How long the n-th outage lasts, in milliseconds; n counts from 0. */
  outageMs(n: number, random: Random): number
  /** The outages that are measured: from the first of them up to the one before the last. Default: all 300. */
  readonly measured?: readonly [number, number]
}

export const OUTAGES = 300

/** Worlds in which the past says much about the next outage, worlds in which it says little, and one in which it misleads. */
export const WORLDS = {
  failover: { name: 'failovers of about 5 s', outageMs: (_n, random) => 5000 + 500 * normal(random) },
  drift: { name: 'drifting from 1 s to 10 s', outageMs: (n, random) => about(1000 + 9000 * (n / OUTAGES), random) },
  blips: { name: 'blips of about 100 ms', outageMs: (_n, random) => 100 * exponentialTime(random) },
  memoryless: { name: 'exponential times, mean 5 s', outageMs: (_n, random) => 5000 * exponentialTime(random) },
  heavyTail: { name: 'heavy tail: Pareto 1.1 from 200 ms', outageMs: (_n, random) => 200 * (1 - random()) ** (-1 / 1.1) },
  twoKinds: {
    name: '4 of 5 last 200 ms, the others 30 s',
    outageMs: (_n, random) => about(random() < 0.8 ? 200 : 30_000, random),
  },
  regimes: {
    name: '20 s and 500 ms, changing every 30 outages',
    outageMs: (n, random) => about(Math.floor(n / 30) % 2 === 0 ? 20_000 : 500, random),
  },
  change: {
    name: 'the first 30 after a change from 20 s to 500 ms',
    outageMs: (n, random) => about(n < 50 ? 20_000 : 500, random),
    measured: [50, 80],
  },
} as const satisfies Record<string, World>

/** ±10 %. */
function about(ms: number, random: Random): number {
  return ms * (0.9 + 0.2 * random())
}

function exponentialTime(random: Random): number {
  return -Math.log(1 - random())
}

/** Box and Muller's. */
function normal(random: Random): number {
  return Math.sqrt(2 * exponentialTime(random)) * Math.cos(2 * Math.PI * random())
}
