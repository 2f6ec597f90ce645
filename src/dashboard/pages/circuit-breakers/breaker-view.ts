import type { BreakerPartsFragment } from '../../gql/graphql.ts'
import { compareTexts } from '../../text/compare.ts'
import { countOf, countText, percentText } from '../../text/numbers.ts'
import { ownStateText, words } from '../../text/states.ts'

export type Breaker = BreakerPartsFragment

/** What has the breakers' attention in a choice; `forced` goes through all states. */
export const BREAKER_CHOICES = ['all', 'open', 'half-open', 'closed', 'forced'] as const
export type BreakerChoice = (typeof BREAKER_CHOICES)[number]

export const CHOICE_LABELS: Readonly<Record<BreakerChoice, string>> = {
  all: 'All',
  open: 'Open',
  'half-open': 'Half-open',
  closed: 'Closed',
  forced: 'Forced by a person',
}

/** A breaker as time has made it since it was read: when its time is over it permits a probe, forced or not. */
export function atInstant<B extends Breaker>(breaker: B, now: number): B {
  const probed = { computedState: 'HALF_OPEN', computedRetryAt: null } as const
  if (isPast(breaker.retryAt, now)) return { ...breaker, ...probed, state: 'HALF_OPEN', forced: false, retryAt: null }
  return isPast(breaker.computedRetryAt, now) ? { ...breaker, ...probed } : breaker
}

function isPast(instant: string | null | undefined, now: number): boolean {
  return instant != null && Date.parse(instant) <= now
}

/** How many instants are past at which time alone makes a breaker half-open; another number means another list. */
export function countElapsed(breakers: readonly Breaker[], now: number): number {
  return breakers.flatMap(({ retryAt, computedRetryAt }) => [retryAt, computedRetryAt]).filter((at) => isPast(at, now)).length
}

/** What it does now, in a line. */
export function meaningOf({ state, forced, retryAt }: Breaker): string {
  if (state === 'HALF_OPEN') return 'A few attempts are permitted as probes: they decide whether it closes or opens again.'
  if (state === 'CLOSED') {
    return forced
      ? 'A person keeps it closed: attempts are permitted whatever fails, until it is reset or tripped.'
      : 'Attempts are permitted.'
  }
  if (!forced) return 'Attempts are refused. After its time a probe is permitted, which decides whether it closes.'
  return retryAt == null
    ? 'A person stopped its attempts: they are refused until it is reset.'
    : 'A person stopped its attempts for a while: a probe is permitted when that is over.'
}

/** What it would do with attempts if no person forced it; null while none does. */
export function ownMeaningOf({ forced, computedState, computedRetryAt }: Breaker): string | null {
  if (!forced) return null
  if (computedState === 'CLOSED') return 'By itself it would permit them.'
  if (computedState === 'HALF_OPEN') return 'By itself it would permit a few as probes.'
  return computedRetryAt == null ? 'By itself it would refuse them.' : 'By itself it would refuse them, and permit a probe'
}

/** What somebody who trips or resets it is to know of it; null where there is nothing to say. */
export function standingOf(breaker: Breaker): string | null {
  const { state, forced } = breaker
  if (!forced) return state === 'CLOSED' ? null : `It is ${state === 'OPEN' ? 'open' : 'half-open'} by itself.`
  return `A person ${state === 'OPEN' ? 'has tripped it' : 'keeps it closed'}; by itself it is ${ownStateText(breaker)}.`
}

/** Those that meet the choice and the search, those that need attention first. */
export function arranged(
  breakers: readonly Breaker[],
  { choice, search }: { readonly choice: BreakerChoice; readonly search: string },
): readonly Breaker[] {
  const wanted = search.trim().toLowerCase()
  return breakers
    .filter((breaker) => meets(breaker, choice) && (wanted === '' || breaker.scope.toLowerCase().includes(wanted)))
    .toSorted((a, b) => rank(a) - rank(b) || openedFirst(a, b) || compareTexts(a.scope, b.scope))
}

function meets({ state, forced }: Breaker, choice: BreakerChoice): boolean {
  if (choice === 'all') return true
  return choice === 'forced' ? forced : state === choice.toUpperCase().replace('-', '_')
}

/** Failures in a row move nothing: rows would change places under the hand. */
function rank({ state, forced }: Breaker): number {
  if (state === 'OPEN') return forced ? 1 : 0
  if (state === 'HALF_OPEN') return 2
  return forced ? 3 : 4
}

function openedFirst(a: Breaker, b: Breaker): number {
  return a.openedAt == null || b.openedAt == null ? 0 : Date.parse(a.openedAt) - Date.parse(b.openedAt)
}

export function choiceCounts(breakers: readonly Breaker[]): Readonly<Record<BreakerChoice, number>> {
  const counts = BREAKER_CHOICES.map((choice) => [choice, breakers.filter((breaker) => meets(breaker, choice)).length] as const)
  return Object.fromEntries(counts) as Record<BreakerChoice, number>
}

export function readChoice(text: string | undefined): BreakerChoice {
  return BREAKER_CHOICES.find((choice) => choice === text) ?? 'all'
}

/** Where the page shows this selection. */
export function breakersHref({ choice, search }: { readonly choice: BreakerChoice; readonly search: string }): string {
  const pairs: [string, string][] = []
  if (choice !== 'all') pairs.push(['state', choice])
  if (search !== '') pairs.push(['q', search])
  return pairs.length === 0 ? '/circuit-breakers' : `/circuit-breakers?${new URLSearchParams(pairs)}`
}

/** `2 of 12 circuit breakers refuse attempts; 3 operations wait for them.` */
export function summaryOf(breakers: readonly Breaker[]): string {
  const open = breakers.filter(({ state }) => state === 'OPEN').length
  const blocked = breakers.reduce((sum, { blockedOperations }) => sum + blockedOperations, 0)
  const all = countOf(breakers.length, 'circuit breaker')
  const refusing =
    open === 0 ? `None of ${all} refuses attempts` : `${countText(open)} of ${all} ${open === 1 ? 'refuses' : 'refuse'} attempts`
  return blocked === 0
    ? `${refusing}.`
    : `${refusing}; ${countOf(blocked, 'operation')} ${blocked === 1 ? 'waits' : 'wait'} for them.`
}

export function failuresText({ failureCount, threshold }: Breaker): string {
  return `${countText(failureCount)} of ${countText(threshold)}`
}

export function rateText(rate: number | null | undefined): string | null {
  return rate == null ? null : `${percentText(rate)} of the last calls`
}

interface Guarded {
  readonly name: string
  readonly circuitBreaker?: { readonly scope: string } | null
}

/** The functions that ask the breaker of a scope: those that name it, or the one whose inputs have scopes such as `name:host`. */
export function guardedFinder(functions: readonly Guarded[]): (scope: string) => readonly string[] {
  const byScope = Map.groupBy(functions, ({ circuitBreaker }) => circuitBreaker?.scope ?? null)
  const names = new Set(functions.map(({ name }) => name))
  return (scope) => {
    const found = byScope.get(scope)
    if (found !== undefined) return found.map(({ name }) => name)
    for (let end = scope.lastIndexOf(':'); end > 0; end = scope.lastIndexOf(':', end - 1)) {
      const name = scope.slice(0, end)
      if (names.has(name)) return [name]
    }
    return []
  }
}

/** One change of a breaker, as it was told while the page was open. */
export interface Change {
  readonly cursor: string
  readonly scope: string
  readonly type: string
  readonly reason?: string | null
  readonly timestamp: string
}

const CHANGES: Readonly<Record<string, string>> = {
  breaker_opened: 'Opened by itself',
  breaker_half_opened: 'Half-open: a probe is permitted',
  breaker_closed: 'Closed by itself',
  breaker_forced_open: 'Tripped by a person',
  breaker_forced_closed: 'Kept closed by a person',
  breaker_reset: 'Reset by a person',
}

export function changeText(type: string): string {
  return CHANGES[type] ?? words(type)
}

const KEPT_OF_EACH = 20

export function withChange(
  changes: ReadonlyMap<string, readonly Change[]>,
  change: Change,
): ReadonlyMap<string, readonly Change[]> {
  const before = changes.get(change.scope) ?? []
  return new Map(changes).set(change.scope, [change, ...before].slice(0, KEPT_OF_EACH))
}

/** The list with one breaker as it is now: in its place, or as a new one. */
export function withBreaker(breakers: readonly Breaker[], breaker: Breaker): Breaker[] {
  const isKnown = breakers.some(({ scope }) => scope === breaker.scope)
  return isKnown ? breakers.map((one) => (one.scope === breaker.scope ? breaker : one)) : [...breakers, breaker]
}
