import type { ClassifyQuery } from '../../gql/graphql.ts'
import { durationText } from '../../text/durations.ts'
import { countOf } from '../../text/numbers.ts'
import type { BenchmarkReport, TestReport, ValidationReport } from './reports.ts'

const FIGURE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** `1,234.5`: no more decimals than a measurement is worth. */
export function figureText(value: number): string {
  return FIGURE.format(value)
}

/** `All 16 tests passed`, `2 of 16 tests failed`. */
export function testVerdict({ totalTests, failedTests }: TestReport): string {
  if (failedTests > 0) return `${failedTests} of ${countOf(totalTests, 'test')} failed`
  return totalTests === 1 ? 'The one test passed' : `All ${countOf(totalTests, 'test')} passed`
}

export function validationVerdict({ validationPassed, addedMillisecondsMedian }: ValidationReport): string {
  const added = figureText(Math.max(0, addedMillisecondsMedian))
  const verdict = validationPassed ? 'Passed' : 'Not passed'
  return `${verdict}: recovery adds ${added} ms to an operation`
}

export function benchmarkVerdict({ overallScore }: BenchmarkReport): string {
  return `${figureText(overallScore)} of 100 points`
}

/** What a run that is over came to, where that is not told by its report. */
export function runText(state: string, tookMs: number | null): string {
  const took = tookMs === null ? '' : ` after ${durationText(tookMs)}`
  if (state === 'CANCELLED') return `Cancelled${took}`
  if (state === 'SUCCESS') return tookMs === null ? 'Done' : `Took ${durationText(tookMs)}`
  return `Failed${took}`
}

type Classification = ClassifyQuery['classifyError']

/** Whether an error would be retried, in a sentence. */
export function retryText({ retryable, maxRetries, retryAfter }: Classification): string {
  if (!retryable) return 'It would not be retried: the operation ends failed at once.'
  const times = maxRetries === null ? 'as often as its function allows' : `at most ${countOf(maxRetries, 'time')}`
  const wait = retryAfter === null ? '' : `, not before ${durationText(retryAfter)} have passed`
  return `It would be retried, ${times}${wait}.`
}

const OUTCOMES: Readonly<Record<Classification['breakerOutcome'], string>> = {
  SUCCESS: 'The circuit breaker takes it for a sign that the other side works.',
  IGNORED: 'The circuit breaker ignores it: it says nothing about the health of the other side.',
  FAILURE: 'The circuit breaker counts it as a failure.',
}

export function breakerText({ breakerOutcome }: Classification): string {
  return OUTCOMES[breakerOutcome]
}

/** How sure the classification is, and by what. */
export function confidenceText({ confidence, signal }: Classification): string {
  if (confidence === 0) return 'Nothing in it was recognized.'
  return `Decided by ${signal}; ${Math.round(confidence * 100)} % sure.`
}
