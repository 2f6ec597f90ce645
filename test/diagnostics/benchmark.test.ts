import { expect, test } from 'vitest'
import { overallScore, scoreOf } from '../../src/diagnostics/benchmark-score.ts'
import { MemoryPeak, systemMetrics } from '../../src/diagnostics/process-meter.ts'
import { brokenStores, served, slowStores } from './served.ts'

test('points are the success rate, and fewer when recovery takes longer than a second', () => {
  expect([scoreOf(1, 0), scoreOf(1, 1), scoreOf(0.5, 0.2), scoreOf(1, 2), scoreOf(0, 0)]).toEqual([100, 100, 50, 50, 0])
  expect([overallScore([100, 50]), overallScore([])]).toEqual([75, 0])
})

test('what the system does not tell of disks is taken from what was written', () => {
  const peak = new MemoryPeak()
  peak.look()
  const usage = { wallMs: 2000, cpuMs: 500, diskBytes: null }

  expect(systemMetrics(usage, peak, 4 * 1024 * 1024)).toMatchObject({ cpuUsagePercent: 25, diskIoMbS: 2 })
  expect(systemMetrics({ ...usage, diskBytes: 1024 * 1024 }, peak, 0).diskIoMbS).toBe(0.5)
  expect(peak.mb).toBeGreaterThan(1)
})

test('a benchmark lets all operations of each scenario meet a fault and recover', async () => {
  const { recovery, diagnostics } = await served()
  const { operation, report } = await diagnostics.runBenchmark({ iterations: 12, duration: '30s' })

  const scenarios = ['network_failures', 'timeout_failures', 'resource_failures']
  expect(report?.scenarioResults).toEqual(
    scenarios.map((scenario) => ({
      ...{ scenario, iterations: 12, successRate: 1 },
      averageRecoveryTime: expect.any(Number),
      score: expect.any(Number),
    })),
  )
  for (const { averageRecoveryTime } of report?.scenarioResults ?? []) expect(averageRecoveryTime).toBeGreaterThan(0)
  expect(report?.overallScore).toBeGreaterThan(0)
  expect(report?.systemMetrics.memoryUsageMb).toBeGreaterThan(1)
  expect(operation).toMatchObject({ state: 'success', result: report, progress: { current: 36, total: 36 } })
  expect(await recovery.count({})).toBe(1)
})

test('only the scenarios that are named are run, and no more of their operations than time allows', async () => {
  const { diagnostics } = await served()
  const { report } = await diagnostics.runBenchmark({ scenarios: ['timeout_failures'], iterations: 10_000, duration: '100ms' })

  expect(report?.scenarioResults).toMatchObject([{ scenario: 'timeout_failures', successRate: 1 }])
  expect(report?.scenarioResults[0]?.iterations).toBeLessThan(1000)
})

test('without retries nothing recovers and there are no points', async () => {
  const { diagnostics } = await served({ maxRetries: 0 })
  const { report } = await diagnostics.runBenchmark({ iterations: 3 })

  expect(report?.overallScore).toBe(0)
  for (const result of report?.scenarioResults ?? []) {
    expect(result).toMatchObject({ successRate: 0, averageRecoveryTime: 0, score: 0 })
  }
})

test('a store that cannot be written has no points', async () => {
  const { diagnostics } = await served({ openStore: brokenStores })
  const { report } = await diagnostics.runBenchmark({ iterations: 3, scenarios: ['resource_failures'] })

  expect(report).toMatchObject({ overallScore: 0, scenarioResults: [{ iterations: 3, successRate: 0 }] })
})

test('a store that takes 50 ms longer takes longer to recover', async () => {
  const { diagnostics } = await served({ openStore: slowStores(50) })
  const { report } = await diagnostics.runBenchmark({ iterations: 4, scenarios: ['resource_failures'] })

  // From the first failure on: its own commit, the beginning and the end of the next attempt.
  expect(report?.scenarioResults[0]?.averageRecoveryTime).toBeGreaterThan(0.1)
})
