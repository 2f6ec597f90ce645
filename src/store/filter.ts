import { type Json, type JsonObject, sameJson } from '../operation/json.ts'
import { isRecovered } from '../operation/operation.ts'
import type { ErrorCategory } from '../operation/operation-error.ts'
import type { OperationFilter } from '../operation/query.ts'
import type { OperationState } from '../operation/state.ts'

/** The parts of an operation that a filter looks at. */
export interface Candidate {
  readonly id: string
  readonly functionName: string
  readonly state: OperationState
  readonly idempotencyKey: string | null
  readonly metadata: JsonObject
  readonly failedAttempts: number
  readonly error: { readonly message: string; readonly category: ErrorCategory } | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Answers a test for operations. Every store uses it, so that a filter means the same on each. */
export function matcher(filter: OperationFilter): (operation: Candidate) => boolean {
  const tests = [...memberTests(filter), ...failureTests(filter), ...instantTests(filter), ...textTests(filter)]
  return (operation) => tests.every((test) => test(operation))
}

/** Whether a filter names only states and functions, which the counters can answer. */
export function countedByCounters(filter: OperationFilter): boolean {
  const { states: _states, functionNames: _functionNames, ...others } = filter
  return Object.values(others).every((part) => part === undefined)
}

type Test = (operation: Candidate) => boolean

function memberTests(filter: OperationFilter): Test[] {
  const tests: Test[] = []
  const { ids, states, functionNames, categories } = filter
  if (ids !== undefined) {
    const wanted = new Set(ids)
    tests.push((operation) => wanted.has(operation.id))
  }
  if (states !== undefined) tests.push((operation) => states.includes(operation.state))
  if (functionNames !== undefined) tests.push((operation) => functionNames.includes(operation.functionName))
  if (categories !== undefined) tests.push(({ error }) => error !== null && categories.includes(error.category))
  return tests
}

function failureTests({ recovered, hasFailedAttempts }: OperationFilter): Test[] {
  const tests: Test[] = []
  if (recovered !== undefined) tests.push((operation) => isRecovered(operation) === recovered)
  if (hasFailedAttempts !== undefined) tests.push(({ failedAttempts }) => failedAttempts > 0 === hasFailedAttempts)
  return tests
}

function instantTests(filter: OperationFilter): Test[] {
  const tests: Test[] = []
  const { createdAfter, createdBefore, updatedAfter, updatedBefore } = filter
  if (createdAfter !== undefined) tests.push((operation) => operation.createdAt > createdAfter)
  if (createdBefore !== undefined) tests.push((operation) => operation.createdAt < createdBefore)
  if (updatedAfter !== undefined) tests.push((operation) => operation.updatedAt > updatedAfter)
  if (updatedBefore !== undefined) tests.push((operation) => operation.updatedAt < updatedBefore)
  return tests
}

function textTests(filter: OperationFilter): Test[] {
  const tests: Test[] = []
  const { search, metadata } = filter
  if (metadata !== undefined) {
    const wanted = Object.entries(metadata)
    tests.push((operation) =>
      wanted.every(([key, value]) => Object.hasOwn(operation.metadata, key) && sameJson(operation.metadata[key] as Json, value)),
    )
  }
  if (search !== undefined) {
    const wanted = search.toLowerCase()
    tests.push((operation) => searchedTexts(operation).some((text) => text.toLowerCase().includes(wanted)))
  }
  return tests
}

function searchedTexts(operation: Candidate): string[] {
  const texts = [operation.id, operation.functionName, ...Object.values(operation.metadata).map(asText)]
  if (operation.idempotencyKey !== null) texts.push(operation.idempotencyKey)
  if (operation.error !== null) texts.push(operation.error.message)
  return texts
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
