import { Counter, Histogram, type Registry } from 'prom-client'
import type { AttemptResult } from '../../engine/attempt/attempt-result.ts'
import type { Meter } from '../../engine/metrics.ts'
import { stopwatch } from '../../engine/system.ts'
import type { FinishedOperation } from '../../operation/operation.ts'
import type { FunctionLabels } from './function-labels.ts'

// Seconds. From a quick call to a download of a night.
const DURATIONS = [0.005, 0.02, 0.1, 0.5, 1, 5, 15, 60, 300, 1800, 7200, 28_800]
const WAITS = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 5, 15, 60, 300, 1800]
const COMMITS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5]
const BATCHES = [1, 2, 4, 8, 16, 32, 64]

/** Counts what happens in this process, from its start on. */
export class EventMeter implements Meter {
  readonly #labels: FunctionLabels
  readonly #created: Counter<'function'>
  readonly #recovered: Counter<'function'>
  readonly #ended: Histogram<'function' | 'state'>
  readonly #began: Counter<'function'>
  readonly #retries: Counter<'function'>
  readonly #waits: Histogram<'function'>
  readonly #attempts: Histogram<'function' | 'result'>
  readonly #commits: Histogram
  readonly #batches: Histogram

  constructor(registry: Registry, labels: FunctionLabels) {
    this.#labels = labels
    const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
      new Counter({ name: `recoverable_${name}`, help, labelNames, registers: [registry] })
    const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
      new Histogram({ name: `recoverable_${name}`, help, buckets, labelNames, registers: [registry] })
    this.#created = counter('operations_created_total', 'Operations that were created.', 'function')
    this.#recovered = counter('operations_recovered_total', 'Operations that succeeded after a failed attempt.', 'function')
    this.#ended = histogram(
      'operation_duration_seconds',
      'From the creation of operations (or the instant they were put off to) to their end, by the state they ended in.',
      DURATIONS,
      'function',
      'state',
    )
    this.#began = counter('attempts_started_total', 'Attempts that began.', 'function')
    this.#retries = counter('retries_total', 'Attempts that began after a failed one.', 'function')
    this.#waits = histogram('queue_wait_seconds', 'From when operations were due to the start of the attempt.', WAITS, 'function')
    this.#attempts = histogram('attempt_duration_seconds', 'How long attempts ran.', DURATIONS, 'function', 'result')
    this.#commits = histogram('commit_duration_seconds', 'How long transactions of the store took.', COMMITS)
    this.#batches = histogram('commit_changes', 'Changes that were written in one transaction.', BATCHES)
  }

  created(functionName: string): void {
    this.#created.inc({ function: this.#labels.of(functionName) })
  }

  ended({ functionName, state, createdAt, runAt, finishedAt }: FinishedOperation, recovered: boolean): void {
    const label = this.#labels.of(functionName)
    const seconds = Math.max(0, finishedAt - Math.max(createdAt, runAt)) / 1000
    this.#ended.observe({ function: label, state }, seconds)
    if (recovered) this.#recovered.inc({ function: label })
  }

  attemptBegan(functionName: string, waitedMs: number, isRetry: boolean): void {
    const labels = { function: this.#labels.of(functionName) }
    this.#began.inc(labels)
    this.#waits.observe(labels, waitedMs / 1000)
    if (isRetry) this.#retries.inc(labels)
  }

  attemptEnded(functionName: string, result: AttemptResult, durationMs: number): void {
    this.#attempts.observe({ function: this.#labels.of(functionName), result }, durationMs / 1000)
  }

  commitBegan(changes: number): () => void {
    const beganAt = stopwatch()
    return () => {
      this.#commits.observe((stopwatch() - beganAt) / 1000)
      this.#batches.observe(changes)
    }
  }
}
