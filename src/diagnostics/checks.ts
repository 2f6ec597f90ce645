import type { Check } from './checks/check.ts'
import { CIRCUIT_BREAKER } from './checks/circuit-breaker.ts'
import { CLASSIFICATION } from './checks/classification.ts'
import { PERSISTENCE } from './checks/persistence.ts'
import { STRATEGIES } from './checks/strategies.ts'
import { messageOf } from './expect.ts'
import type { Grounds } from './grounds.ts'
import type { SelfCheck, SelfTestReport } from './reports.ts'

/** The checks of the self-test; in a run of all tests they are the unit tests. */
export const CHECKS: readonly Check[] = [PERSISTENCE, STRATEGIES, CLASSIFICATION, CIRCUIT_BREAKER]

/** Runs one check; what is wrong is in what it answers. */
export async function runCheck(check: Check, grounds: Grounds, probeStore: () => Promise<void>): Promise<SelfCheck> {
  const { name } = check
  try {
    return { name, passed: true, message: await check.run(grounds, probeStore) }
  } catch (error) {
    return { name, passed: false, message: messageOf(error) }
  }
}

export function selfTestReport(details: readonly SelfCheck[]): SelfTestReport {
  const passed = (wanted: SelfCheck['name']) => details.some(({ name, passed: ok }) => ok && name === wanted)
  return {
    persistenceTest: passed('persistence'),
    strategyTest: passed('strategies'),
    classificationTest: passed('classification'),
    circuitBreakerTest: passed('circuit_breaker'),
    overall: details.every((check) => check.passed) ? 'PASS' : 'FAIL',
    details,
  }
}
