import type { OverviewAttentionQuery } from '../../gql/graphql.ts'
import { countOf, countText } from '../../text/numbers.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import { circuitText } from '../../text/states.ts'
import type { Update } from './running.ts'

export type Attention = OverviewAttentionQuery['attention']
export type ErrorGroup = Attention['errors']['groups'][number]
export type OpenBreaker = Attention['openCircuitBreakers'][number]
export type StuckOperation = Attention['stuck']['operations'][number]

/** How many things there are to look at: reasons, breakers and operations. */
export function sizeOf({ errors, openCircuitBreakers, stuck }: Attention): number {
  return errors.groupCount + openCircuitBreakers.length + stuck.count
}

/** Where the operations of a group are listed. */
export function groupHref({ filter }: ErrorGroup): string {
  const { states, functionNames, categories, search } = filter
  return operationsHref({ states, functions: functionNames, categories, search: search ?? '' })
}

/** Where all operations are listed that failed, the latest first. */
export const FAILURES_HREF = operationsHref({
  states: ['FAILED', 'EXHAUSTED'],
  sort: { field: 'updated', isDescending: true },
})

/** Whether some of a group ended by an error that a retry is not expected to mend, so that it takes force. */
export function needsForce({ filter }: ErrorGroup): boolean {
  return filter.states.includes('FAILED')
}

/** What retries the operations of a group. */
export function retryInput(group: ErrorGroup) {
  const { states, functionNames, categories, search } = group.filter
  return { filter: { states, functionNames, categories, ...(search !== null && { search }) }, force: needsForce(group) }
}

/** Where a breaker is listed. */
export function breakerHref({ scope }: Pick<OpenBreaker, 'scope'>): string {
  return `/circuit-breakers?${new URLSearchParams({ q: scope })}`
}

/** `Open`, `Forced closed`. */
export function breakerText({ state, forced }: Pick<OpenBreaker, 'state' | 'forced'>): string {
  const text = circuitText(state)
  return forced ? `Forced ${text.toLowerCase()}` : text
}

/** Whether something else may need attention after an update: a failure came or went, or what was stuck moved. */
export function concernsAttention(attention: Attention | null, { type, state, operationId }: Update): boolean {
  if (attention?.stuck.operations.some((stuck) => stuck.operationId === operationId) === true) return true
  return type !== null && (state === 'FAILED' || state === 'EXHAUSTED' || type === 'retried')
}

interface Retried {
  readonly changed: number
  readonly matched: number
  readonly skippedCount: number
  /** What retries them in the background, when they are many. */
  readonly operation: { readonly id: string } | null
}

/** What came of a retry of many: `12 operations retried, 2 left as they were`. */
export function retriedText({ changed, matched, skippedCount, operation }: Retried): string {
  if (operation !== null) return `About ${countOf(matched, 'operation')} are being retried in the background`
  const skipped = skippedCount > 0 ? `, ${countText(skippedCount)} left as they were` : ''
  return `${countOf(changed, 'operation')} retried${skipped}`
}
