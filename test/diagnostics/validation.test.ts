import { expect, test } from 'vitest'
import { judge, throughputLossPercent, type ValidationFigures } from '../../src/diagnostics/validation-rules.ts'
import { brokenStores, served, slowStores } from './served.ts'

const SOUND: ValidationFigures = {
  kind: 'sqlite',
  baselineOperationsPerSecond: 100,
  recoveryOperationsPerSecond: 99,
  workMs: 100,
  addedMillisecondsMedian: 1,
  burstOperationsPerSecond: 300,
  memoryOverheadMb: 10,
  cpuOverheadPercent: 5,
  failedOperations: 0,
}

test('sound figures pass, and say that nothing needs to be changed', () => {
  expect(judge(SOUND)).toEqual({
    passed: true,
    recommendations: ['Nothing needs to be changed: recovery adds 1.0 ms to an operation.'],
  })
})

test.each([
  [{ failedOperations: 3 }, '3 operations did not succeed'],
  [{ addedMillisecondsMedian: 5.2, workMs: 500 }, 'adds 5.2 ms to an operation, more than 5 ms'],
  [{ addedMillisecondsMedian: 5.2 }, 'Work of 100 ms takes 5.2 % longer, more than 5 %'],
  [{ burstOperationsPerSecond: 9.9 }, 'reach 9.9 a second, fewer than 10'],
] as const)('figures such as %j do not pass', (part, advice) => {
  const { passed, recommendations } = judge({ ...SOUND, ...part })

  expect(passed).toBe(false)
  expect(recommendations.join('\n')).toContain(advice)
})

test.each([
  [{ memoryOverheadMb: 51 }, 'held 51.0 MiB'],
  [{ cpuOverheadPercent: 60 }, 'used 60.0 % of a processor'],
  [{ kind: 'memory' }, 'do not survive a restart'],
] as const)('figures such as %j pass with a hint', (part, advice) => {
  const { passed, recommendations } = judge({ ...SOUND, ...part })

  expect(passed).toBe(true)
  expect(recommendations.join('\n')).toContain(advice)
})

test('exactly what the gate allows passes', () => {
  expect(judge({ ...SOUND, addedMillisecondsMedian: 5, burstOperationsPerSecond: 10 }).passed).toBe(true)
})

test('the loss of throughput is never below 0, nor a division by 0', () => {
  const percent = (baselineOperationsPerSecond: number, recoveryOperationsPerSecond: number) =>
    throughputLossPercent({ ...SOUND, baselineOperationsPerSecond, recoveryOperationsPerSecond })

  expect([percent(25.5, 24.8).toFixed(1), percent(10, 11), percent(0, 0), percent(10, 0)]).toEqual(['2.7', 0, 0, 100])
})

test.each([true, false])('a run measures both sides (with a network: %s)', async (includeNetworkSimulation) => {
  const { diagnostics } = await served()
  const input = { testDuration: '700ms', concurrentOperations: 4, includeNetworkSimulation }
  const { operation, report } = await diagnostics.validatePerformance(input)

  expect(operation).toMatchObject({ functionName: 'diagnostics.validation', state: 'success', result: report, input })
  expect(report).toEqual({
    baselineOperationsPerSecond: expect.any(Number),
    recoveryOperationsPerSecond: expect.any(Number),
    performanceImpactPercent: expect.any(Number),
    memoryOverheadMb: expect.any(Number),
    cpuOverheadPercent: expect.any(Number),
    validationPassed: expect.any(Boolean),
    recommendations: expect.arrayContaining([expect.any(String)]),
    addedMillisecondsMedian: expect.any(Number),
    burstOperationsPerSecond: expect.any(Number),
    failedOperations: 0,
  })
  expect(report?.baselineOperationsPerSecond).toBeGreaterThan(0)
  expect(report?.recoveryOperationsPerSecond).toBeGreaterThan(0)
  expect(Object.values(report ?? {}).filter((value) => typeof value === 'number' && !(value >= -1000))).toEqual([])
})

test('a store that takes 50 ms longer does not pass, and the store is named as the cause', async () => {
  const { diagnostics } = await served({ openStore: slowStores(50) })
  const { report } = await diagnostics.validatePerformance({ testDuration: '700ms', concurrentOperations: 2 })

  expect(report).toMatchObject({ validationPassed: false, failedOperations: 0 })
  expect(report?.addedMillisecondsMedian).toBeGreaterThan(50)
  expect(report?.recommendations.join('\n')).toContain('put the store on a faster local disk')
})

test('a store that cannot be written does not pass', async () => {
  const { diagnostics } = await served({ openStore: brokenStores })
  const { report } = await diagnostics.validatePerformance({ testDuration: '200ms', concurrentOperations: 2 })

  expect(report).toMatchObject({ validationPassed: false, recoveryOperationsPerSecond: 0, performanceImpactPercent: 100 })
  expect(report?.recommendations[0]).toContain('operations did not succeed')
})
