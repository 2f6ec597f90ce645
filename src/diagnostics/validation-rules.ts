import type { StoreKind } from './grounds.ts'

/** What was measured, before it is judged. */
export interface ValidationFigures {
  readonly kind: StoreKind
  readonly baselineOperationsPerSecond: number
  readonly recoveryOperationsPerSecond: number
  /** The length of the work itself, in milliseconds. */
  readonly workMs: number
  readonly addedMillisecondsMedian: number
  readonly burstOperationsPerSecond: number
  readonly memoryOverheadMb: number
  readonly cpuOverheadPercent: number
  readonly failedOperations: number
}

interface Rule {
  readonly applies: (figures: ValidationFigures) => boolean
  readonly advice: (figures: ValidationFigures) => string
}

const MAX_ADDED_MS = 5
const MAX_IMPACT_PERCENT = 5
const MIN_BURST_PER_SECOND = 10
/** Work that the impact is judged on takes at least so long: what is added to shorter work is judged in milliseconds. */
const JUDGED_WORK_MS = 100
const MAX_MEMORY_MB = 50
const MAX_CPU_PERCENT = 50

/** What recovery adds to work of 100 ms or more, in percent of it. */
function impactPercent({ addedMillisecondsMedian, workMs }: ValidationFigures): number {
  return (Math.max(0, addedMillisecondsMedian) / Math.max(workMs, JUDGED_WORK_MS)) * 100
}

/** How many fewer operations a second there are with recovery, in percent; never below 0. */
export function throughputLossPercent(figures: ValidationFigures): number {
  const { baselineOperationsPerSecond: bare, recoveryOperationsPerSecond: recovered } = figures
  return bare === 0 ? 0 : Math.max(0, ((bare - recovered) / bare) * 100)
}

// Those that refuse: the gate.
const GATE: readonly Rule[] = [
  {
    applies: ({ failedOperations }) => failedOperations > 0,
    advice: ({ failedOperations }) =>
      `${failedOperations} operations did not succeed: run the self-test, it says whether the store can be written.`,
  },
  {
    applies: ({ addedMillisecondsMedian }) => addedMillisecondsMedian > MAX_ADDED_MS,
    advice: ({ addedMillisecondsMedian }) =>
      `Recovery adds ${addedMillisecondsMedian.toFixed(1)} ms to an operation, more than ${MAX_ADDED_MS} ms: put the store on a faster local disk, or use synchronous=normal.`,
  },
  {
    applies: (figures) => impactPercent(figures) > MAX_IMPACT_PERCENT,
    advice: (figures) =>
      `Work of ${Math.max(figures.workMs, JUDGED_WORK_MS)} ms takes ${impactPercent(figures).toFixed(1)} % longer, more than ${MAX_IMPACT_PERCENT} %: make operations of larger pieces of work.`,
  },
  {
    applies: ({ burstOperationsPerSecond }) => burstOperationsPerSecond < MIN_BURST_PER_SECOND,
    advice: ({ burstOperationsPerSecond }) =>
      `Fifty operations at once reach ${burstOperationsPerSecond.toFixed(1)} a second, fewer than ${MIN_BURST_PER_SECOND}: look for what else keeps this machine or its disk busy.`,
  },
]

// Those that only advise.
const HINTS: readonly Rule[] = [
  {
    applies: ({ memoryOverheadMb }) => memoryOverheadMb > MAX_MEMORY_MB,
    advice: ({ memoryOverheadMb }) =>
      `Recovery held ${memoryOverheadMb.toFixed(1)} MiB, more than ${MAX_MEMORY_MB}: keep inputs and results small, and put large data into files.`,
  },
  {
    applies: ({ cpuOverheadPercent }) => cpuOverheadPercent > MAX_CPU_PERCENT,
    advice: ({ cpuOverheadPercent }) =>
      `Recovery used ${cpuOverheadPercent.toFixed(1)} % of a processor at this rate: lower the concurrency, or make operations of larger pieces of work.`,
  },
  {
    applies: ({ kind }) => kind === 'memory',
    advice: () => 'Operations are kept in memory and do not survive a restart: use a store in a file.',
  },
]

/** Whether the figures pass the gate, and what follows from them. There is always a sentence. */
export function judge(figures: ValidationFigures): { readonly passed: boolean; readonly recommendations: readonly string[] } {
  const applying = (rules: readonly Rule[]) =>
    rules.filter(({ applies }) => applies(figures)).map(({ advice }) => advice(figures))
  const faults = applying(GATE)
  const recommendations = [...faults, ...applying(HINTS)]
  if (recommendations.length === 0) {
    const added = Math.max(0, figures.addedMillisecondsMedian).toFixed(1)
    recommendations.push(`Nothing needs to be changed: recovery adds ${added} ms to an operation.`)
  }
  return { passed: faults.length === 0, recommendations }
}
