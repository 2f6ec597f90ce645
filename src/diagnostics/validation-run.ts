import { stopwatch } from '../engine/system.ts'
import type { Progress } from '../operation/progress.ts'
import { fetchText } from './fetch-text.ts'
import type { Grounds } from './grounds.ts'
import { cpuPercent, MemoryPeak, round, startMeter, type Usage } from './process-meter.ts'
import type { ValidationReport } from './reports.ts'
import { Trial } from './trial.ts'
import { judge, throughputLossPercent, type ValidationFigures } from './validation-rules.ts'

export interface ValidationOptions {
  /** For measuring; setting up comes on top. */
  readonly durationMs: number
  readonly concurrency: number
  /** Whether the work is a request to a local server instead of a wait. */
  readonly network: boolean
  readonly progress: (report: Partial<Progress>) => void
}

type Work = (signal: AbortSignal) => Promise<unknown>
type RunOne = () => Promise<unknown>

/** Everything measured of one side. */
interface Side {
  readonly latencies: number[]
  readonly usage: Usage[]
  readonly peak: MemoryPeak
  failed: number
}

/** The two sides take turns, so that what else the machine does meets both. */
const ROUNDS = 3
const LONGEST_WORK_MS = 100
const SHORTEST_WORK_MS = 2
const BURST = 50

/** Measures bare work against the same work under recovery, on a store of the configured kind. */
export function validate(grounds: Grounds, options: ValidationOptions): Promise<ValidationReport> {
  return Trial.run(grounds, async (trial) => {
    // Each round of each side is to hold some operations, and so is the burst.
    const sliceMs = options.durationMs / (2 * ROUNDS + 1)
    const workMs = Math.min(LONGEST_WORK_MS, Math.max(SHORTEST_WORK_MS, Math.floor(sliceMs / 4)))
    const work = await workOf(trial, options.network, workMs)
    const bare = newSide()
    const recovered = newSide()
    const bareOne: RunOne = () => work(trial.signal)
    // Before there is an engine, so that its memory is seen.
    await measure(trial, bare, bareOne, { ...options, ms: sliceMs, spreadMs: workMs })
    const memoryBefore = bare.peak.mb
    const recovery = await trial.engine()
    const durable = recovery.define('validated_work', (_: null, { signal }) => work(signal), { maxRetries: 0 })
    const recoveredOne: RunOne = () => durable.run(null)
    for (let turn = 1; turn <= ROUNDS; turn++) {
      await measure(trial, recovered, recoveredOne, { ...options, ms: sliceMs, spreadMs: workMs })
      options.progress({ current: turn, total: ROUNDS, unit: 'rounds', stage: 'measuring' })
      if (turn < ROUNDS) await measure(trial, bare, bareOne, { ...options, ms: sliceMs, spreadMs: workMs })
    }
    const burst = newSide()
    await measure(trial, burst, recoveredOne, { concurrency: BURST, ms: 0, spreadMs: 0 })
    return toReport({
      kind: grounds.kind,
      workMs,
      baselineOperationsPerSecond: perSecond(bare),
      recoveryOperationsPerSecond: perSecond(recovered),
      addedMillisecondsMedian: median(recovered.latencies) - median(bare.latencies),
      burstOperationsPerSecond: perSecond(burst),
      memoryOverheadMb: Math.max(0, recovered.peak.mb - memoryBefore),
      cpuOverheadPercent: Math.max(0, cpuPercent(sum(recovered.usage)) - cpuPercent(sum(bare.usage))),
      failedOperations: recovered.failed + burst.failed,
    })
  })
}

async function workOf(trial: Trial, network: boolean, workMs: number): Promise<Work> {
  if (!network) return () => pause(trial, workMs)
  const server = await trial.server()
  const url = server.serve('/work', Buffer.from('done'), [], workMs)
  return (signal) => fetchText(url, signal)
}

interface Load {
  readonly concurrency: number
  readonly ms: number
  /** Over how long the workers begin: in step, each would wait for all the others. */
  readonly spreadMs: number
}

/** Keeps `concurrency` operations going for `ms`; each worker runs one at least. */
async function measure(trial: Trial, side: Side, runOne: RunOne, { concurrency, ms, spreadMs }: Load): Promise<void> {
  const read = startMeter()
  const until = stopwatch() + ms
  const worker = async (_: unknown, index: number) => {
    await pause(trial, (spreadMs * index) / concurrency)
    do {
      const since = stopwatch()
      try {
        await runOne()
        side.latencies.push(stopwatch() - since)
      } catch {
        side.failed++
        // A store that refuses would be asked without end.
        return
      }
      side.peak.look()
    } while (stopwatch() < until && !trial.signal.aborted)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  side.usage.push(read())
}

function pause({ grounds }: Trial, ms: number): Promise<void> {
  return new Promise((resolve) => void grounds.clock.timer(ms, resolve))
}

function newSide(): Side {
  return { latencies: [], usage: [], peak: new MemoryPeak(), failed: 0 }
}

function perSecond({ latencies, usage }: Side): number {
  return latencies.length / (Math.max(sum(usage).wallMs, 1) / 1000)
}

function sum(usages: readonly Usage[]): Usage {
  return usages.reduce(
    (total, { wallMs, cpuMs }) => ({ wallMs: total.wallMs + wallMs, cpuMs: total.cpuMs + cpuMs, diskBytes: null }),
    { wallMs: 0, cpuMs: 0, diskBytes: null },
  )
}

/** 0 of nothing. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

function toReport(figures: ValidationFigures): ValidationReport {
  const { passed, recommendations } = judge(figures)
  return {
    baselineOperationsPerSecond: round(figures.baselineOperationsPerSecond),
    recoveryOperationsPerSecond: round(figures.recoveryOperationsPerSecond),
    performanceImpactPercent: round(throughputLossPercent(figures)),
    memoryOverheadMb: round(figures.memoryOverheadMb),
    cpuOverheadPercent: round(figures.cpuOverheadPercent),
    validationPassed: passed,
    recommendations,
    addedMillisecondsMedian: round(figures.addedMillisecondsMedian),
    burstOperationsPerSecond: round(figures.burstOperationsPerSecond),
    failedOperations: figures.failedOperations,
  }
}
