import { z } from 'zod'
import { parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { inRange } from '../policy/checks.ts'
import { FAULT_SERIES } from './fault-series.ts'
import { chosen, SCENARIOS } from './scenarios.ts'

const duration = z.union([z.number(), z.string()])
const ids = z.array(z.string()).max(100)

const TESTS = z.strictObject({
  /** Ids of scenarios. Default: all of them, and the checks of the self-test. */
  scenarios: ids.optional(),
})

const VALIDATION = z.strictObject({
  /** 0.1 s to 300 s. Default 60 s. */
  testDuration: duration.optional(),
  /** 1 to 100. Default 10. */
  concurrentOperations: z.number().optional(),
  /** Whether the work is a request to a local server instead of a wait. Default true. */
  includeNetworkSimulation: z.boolean().optional(),
})

const BENCHMARK = z.strictObject({
  /** Of `network_failures`, `timeout_failures`, `resource_failures`. Default: all. */
  scenarios: ids.optional(),
  /** Operations of each scenario, 1 to 10,000. Default 100. */
  iterations: z.number().optional(),
  /** For all scenarios together, 0.1 s to 300 s. Default 300 s. */
  duration: duration.optional(),
})

// What runs are started with, by whichever way; it is stored as the input of their operation, so its names are for ever.
export type TestsInput = z.infer<typeof TESTS>
export type ValidationInput = z.infer<typeof VALIDATION>
export type BenchmarkInput = z.infer<typeof BENCHMARK>

const SHORTEST_MS = 100
const LONGEST_MS = 300_000

/** @throws InvalidInputError naming the field */
export function checkTests(input: TestsInput) {
  const { scenarios = null } = parse(TESTS, input)
  chosen(SCENARIOS, scenarios)
  return { scenarios }
}

/** @throws InvalidInputError naming the field */
export function checkValidation(input: ValidationInput) {
  const { testDuration, concurrentOperations, includeNetworkSimulation = true } = parse(VALIDATION, input)
  return {
    durationMs: bounded(testDuration, 'testDuration', 60_000),
    concurrency: inRange(concurrentOperations, 'concurrentOperations', 1, 100, 10),
    network: includeNetworkSimulation,
  }
}

/** @throws InvalidInputError naming the field */
export function checkBenchmark(input: BenchmarkInput) {
  const { scenarios = null, iterations, duration: stated } = parse(BENCHMARK, input)
  chosen(FAULT_SERIES, scenarios)
  return {
    scenarios,
    iterations: inRange(iterations, 'iterations', 1, 10_000, 100),
    durationMs: bounded(stated, 'duration', LONGEST_MS),
  }
}

function parse<T>(type: z.ZodType<T>, input: unknown): T {
  const result = type.safeParse(input ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const field = unknown ?? String(issue?.path[0] ?? 'input')
  throw new InvalidInputError(`${field} cannot be used: ${issue?.message ?? 'it is of the wrong type'}`, { field })
}

function bounded(value: number | string | undefined, field: string, fallback: number): number {
  const ms = value === undefined ? fallback : parseDuration(value, field)
  if (ms >= SHORTEST_MS && ms <= LONGEST_MS) return ms
  throw new InvalidInputError(`${field} is ${ms / 1000} s; it must be from ${SHORTEST_MS / 1000} s to ${LONGEST_MS / 1000} s`, {
    field,
  })
}
