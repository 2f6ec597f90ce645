import type { Strategy } from '../../src/policy/strategy.ts'
import type { Benchmark, Report, Target } from '../benchmark.ts'
import { figure } from '../print.ts'
import type { ClientPolicy } from './client.ts'
import { type Collapse, simulateCollapse, WORLD } from './collapse.ts'
import { costMs, FULL_JITTER, LEARNED, type Learning, SLOW_FULL_JITTER, simulateLearning } from './learning.ts'
import { POLICIES } from './policies.ts'
import { WORLDS, type World } from './worlds.ts'

/** Looked at while the worlds and the limits were chosen; none of the figures that are printed comes from them. */
const TUNED_ON = '1–3'
const COLLAPSES = 5
const LEARNINGS = 20

export const outage: Benchmark = {
  name: 'outage',
  summary: 'simulated: 100 clients and a dependency that breaks down, and what the learned strategy learns',
  run: (seed, note) => Promise.resolve(measure(seed, note)),
}

type Outcomes = Readonly<Record<keyof typeof POLICIES, Collapse>>
type Learned = Readonly<Record<keyof typeof WORLDS, Lesson>>

/** What three strategies come to in one world. */
interface Lesson {
  readonly world: World
  readonly learned: Learning
  readonly full: Learning
  readonly slow: Learning
}

function measure(seed: number, note: (text: string) => void): Report {
  const seeds = Array.from({ length: LEARNINGS }, (_, i) => seed * 1000 + 1 + i)
  const outcomes: Outcomes = mapValues(POLICIES, (policy: ClientPolicy) => {
    note(policy.name)
    return together(seeds.slice(0, COLLAPSES).map((one) => simulateCollapse(policy, one)))
  })
  const lessons: Learned = mapValues(WORLDS, (world: World) => {
    note(world.name)
    const over = (strategy: Strategy) => meanOf(seeds.map((one) => simulateLearning(strategy, world, one)))
    return { world, learned: over(LEARNED), full: over(FULL_JITTER), slow: over(SLOW_FULL_JITTER) }
  })
  return {
    parameters: {
      clients: WORLD.clients,
      load: `${100 * WORLD.load} %`,
      outage: `${WORLD.outageMs / 1000} s at ${100 * WORLD.outageCapacity} % of capacity`,
      'seeds of the figures': `${seeds[0]}–${seeds[COLLAPSES - 1]}, learning ${seeds[0]}–${seeds[LEARNINGS - 1]}`,
      'seeds of the tuning, not among them': TUNED_ON,
    },
    table: [...outcomeTable(Object.entries(outcomes)), [], ...lessonTable(Object.values(lessons))],
    targets: targets(outcomes, lessons),
  }
}

/** Means, and the longest recovery. */
function together(collapses: readonly Collapse[]): Collapse {
  return {
    success: mean(collapses.map((one) => one.success)),
    successAfter: mean(collapses.map((one) => one.successAfter)),
    work: mean(collapses.map((one) => one.work)),
    recoveryMs: Math.max(...collapses.map((one) => one.recoveryMs)),
  }
}

function meanOf(learnings: readonly Learning[]): Learning {
  return { attempts: mean(learnings.map((one) => one.attempts)), lagMs: mean(learnings.map((one) => one.lagMs)) }
}

function outcomeTable(outcomes: readonly (readonly [string, Collapse])[]): string[][] {
  const rows = outcomes.map(([key, { success, successAfter, work, recoveryMs }]) => [
    POLICIES[key as keyof typeof POLICIES].name,
    percent(success),
    percent(successAfter),
    figure(work),
    Number.isFinite(recoveryMs) ? figure(recoveryMs / 1000, 's') : 'never',
  ])
  return [['policy', 'success', 'after the outage', 'calls an operation', 'recovered after'], ...rows]
}

function lessonTable(lessons: readonly Lesson[]): string[][] {
  const cells = (learning: Learning) =>
    `${figure(costMs(learning) / 1000)} s (${figure(learning.attempts)} × 0.5 s + ${figure(learning.lagMs / 1000)} s)`
  const rows = lessons.map(({ world, learned, full, slow }) => [
    world.name,
    cells(learned),
    cells(full),
    cells(slow),
    figure(ratio(learned, full)),
  ])
  return [['outages: cost = attempts × 0.5 s + lag', 'learned', 'full jitter', 'the same from 1 s', 'learned / full'], ...rows]
}

function ratio(learned: Learning, full: Learning): number {
  return costMs(learned) / costMs(full)
}

function targets(outcomes: Outcomes, { failover, drift, blips }: Learned): Target[] {
  return [
    { name: 'retries alone: success after the outage', value: outcomes.full.successAfter, atMost: 0.1 },
    { name: 'with a budget: recovered after', value: outcomes.budget.recoveryMs / 1000, atMost: 8, unit: 's' },
    { name: 'with a breaker too: recovered after', value: outcomes.waiting.recoveryMs / 1000, atMost: 5, unit: 's' },
    { name: 'with a breaker too: success', value: outcomes.waiting.success, atLeast: 0.98 },
    { name: 'learned / full jitter, failovers', value: ratio(failover.learned, failover.full), atMost: 0.5 },
    { name: 'learned / full jitter, drifting', value: ratio(drift.learned, drift.full), atMost: 0.5 },
    { name: 'learned / full jitter, blips', value: ratio(blips.learned, blips.full), atMost: 1.1 },
  ]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function mapValues<K extends string, T, U>(given: Readonly<Record<K, T>>, map: (value: T) => U): Record<K, U> {
  return Object.fromEntries(Object.entries<T>(given).map(([key, value]) => [key, map(value)])) as Record<K, U>
}
