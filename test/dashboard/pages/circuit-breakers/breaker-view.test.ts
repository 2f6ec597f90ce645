import { expect, test } from 'vitest'
import {
  arranged,
  atInstant,
  type Breaker,
  breakersHref,
  type Change,
  changeText,
  choiceCounts,
  countElapsed,
  guardedFinder,
  meaningOf,
  ownMeaningOf,
  readChoice,
  standingOf,
  summaryOf,
  withBreaker,
  withChange,
} from '../../../../src/dashboard/pages/circuit-breakers/breaker-view.ts'

const NOW = Date.UTC(2026, 0, 31, 12)
const at = (ms: number) => new Date(NOW + ms).toISOString()

function breaker(scope: string, parts: Partial<Breaker> = {}): Breaker {
  return {
    id: `cb_${scope}`,
    scope,
    state: 'CLOSED',
    forced: false,
    computedState: parts.state ?? 'CLOSED',
    computedRetryAt: null,
    failureCount: 0,
    threshold: 5,
    timeout: 60_000,
    failureRate: null,
    openedAt: null,
    retryAt: null,
    trips: 0,
    blockedOperations: 0,
    lastError: null,
    ...parts,
  }
}

const ALL = { choice: 'all', search: '' } as const
const scopes = (breakers: readonly Breaker[]) => breakers.map(({ scope }) => scope)

test('a breaker whose time is over is half-open, whoever opened it', () => {
  const open = breaker('a', { state: 'OPEN', retryAt: at(10) })
  expect(atInstant(open, NOW)).toBe(open)
  expect(atInstant(open, NOW + 10)).toMatchObject({ state: 'HALF_OPEN', retryAt: null })
  expect(atInstant({ ...open, forced: true }, NOW + 10)).toMatchObject({ state: 'HALF_OPEN', forced: false })
  const forEver = breaker('b', { state: 'OPEN', forced: true })
  expect(atInstant(forEver, NOW + 1e12)).toBe(forEver)
  expect(countElapsed([open, forEver, breaker('c')], NOW + 10)).toBe(1)
})

test('what a forced breaker is by itself becomes half-open at its own time, and with its trip', () => {
  const own = { computedState: 'OPEN', computedRetryAt: at(10) } as const
  const tripped = breaker('a', { state: 'OPEN', forced: true, retryAt: at(20), ...own })
  expect(atInstant(tripped, NOW + 9)).toBe(tripped)
  const probed = { computedState: 'HALF_OPEN', computedRetryAt: null }
  expect(atInstant(tripped, NOW + 10)).toEqual({ ...tripped, ...probed })
  expect(atInstant(tripped, NOW + 20)).toEqual({ ...tripped, ...probed, state: 'HALF_OPEN', forced: false, retryAt: null })
  expect(atInstant({ ...tripped, computedState: 'CLOSED' }, NOW + 20)).toMatchObject(probed)
  expect([9, 10, 20].map((ms) => countElapsed([tripped], NOW + ms))).toEqual([0, 1, 2])
})

test('those that need attention come first, and failures move none', () => {
  const breakers = [
    breaker('b'),
    breaker('a', { failureCount: 4 }),
    breaker('kept', { forced: true }),
    breaker('probed', { state: 'HALF_OPEN', openedAt: at(-9) }),
    breaker('tripped', { state: 'OPEN', forced: true, openedAt: at(-1) }),
    breaker('later', { state: 'OPEN', openedAt: at(-5) }),
    breaker('earlier', { state: 'OPEN', openedAt: at(-50) }),
  ]
  expect(scopes(arranged(breakers, ALL))).toEqual(['earlier', 'later', 'tripped', 'probed', 'kept', 'a', 'b'])
  expect(scopes(arranged(breakers, { choice: 'forced', search: '' }))).toEqual(['tripped', 'kept'])
  expect(scopes(arranged(breakers, { choice: 'half-open', search: '' }))).toEqual(['probed'])
  expect(scopes(arranged(breakers, { choice: 'all', search: ' EARL ' }))).toEqual(['earlier'])
  expect(choiceCounts(breakers)).toEqual({ all: 7, open: 3, 'half-open': 1, closed: 3, forced: 2 })
})

test('each state says what it means, and a person apart from the breaker itself', () => {
  const texts = [
    breaker('a'),
    breaker('a', { forced: true }),
    breaker('a', { state: 'HALF_OPEN' }),
    breaker('a', { state: 'OPEN', retryAt: at(1) }),
    breaker('a', { state: 'OPEN', forced: true, retryAt: at(1) }),
    breaker('a', { state: 'OPEN', forced: true }),
  ].map(meaningOf)
  expect(new Set(texts).size).toBe(6)
  expect(texts.filter((text) => text.startsWith('A person'))).toHaveLength(3)
})

test('what a forced breaker would do by itself is said, and who forces one is told how it stands', () => {
  const forced = { forced: true, computedRetryAt: null }
  const told = [
    breaker('a'),
    breaker('a', { state: 'HALF_OPEN' }),
    breaker('a', { state: 'OPEN', retryAt: at(1) }),
    breaker('a', { ...forced, state: 'OPEN', computedState: 'CLOSED' }),
    breaker('a', { ...forced, state: 'OPEN', computedRetryAt: at(1) }),
    breaker('a', { ...forced, computedState: 'OPEN' }),
    breaker('a', { ...forced, computedState: 'HALF_OPEN' }),
  ].map((one) => [ownMeaningOf(one), standingOf(one)])
  expect(told).toEqual([
    [null, null],
    [null, 'It is half-open by itself.'],
    [null, 'It is open by itself.'],
    ['By itself it would permit them.', 'A person has tripped it; by itself it is closed.'],
    ['By itself it would refuse them, and permit a probe', 'A person has tripped it; by itself it is open too.'],
    ['By itself it would refuse them.', 'A person keeps it closed; by itself it is open.'],
    ['By itself it would permit a few as probes.', 'A person keeps it closed; by itself it is half-open.'],
  ])
})

test('the summary counts in words', () => {
  expect(summaryOf([breaker('a')])).toBe('None of 1 circuit breaker refuses attempts.')
  const open = breaker('b', { state: 'OPEN', blockedOperations: 1 })
  expect(summaryOf([breaker('a'), open])).toBe('1 of 2 circuit breakers refuses attempts; 1 operation waits for them.')
  expect(summaryOf([open, { ...open, blockedOperations: 2000 }])).toBe(
    '2 of 2 circuit breakers refuse attempts; 2,001 operations wait for them.',
  )
})

test('the selection is in the address, and read from there', () => {
  expect(breakersHref(ALL)).toBe('/circuit-breakers')
  expect(breakersHref({ choice: 'half-open', search: 'a&b' })).toBe('/circuit-breakers?state=half-open&q=a%26b')
  expect([readChoice('forced'), readChoice('nonsense'), readChoice(undefined)]).toEqual(['forced', 'all', 'all'])
})

test('a scope leads to the functions that ask its breaker', () => {
  const functions = [
    { name: 'send', circuitBreaker: { scope: 'mail' } },
    { name: 'receive', circuitBreaker: { scope: 'mail' } },
    { name: 'download', circuitBreaker: { scope: 'download' } },
    { name: 'other', circuitBreaker: null },
  ]
  const guarded = guardedFinder(functions)
  expect(guarded('mail')).toEqual(['send', 'receive'])
  expect(guarded('download')).toEqual(['download'])
  expect(guarded('download:example.com:8080')).toEqual(['download'])
  expect(guarded('nobody:example.com')).toEqual([])
  expect(guarded(':')).toEqual([])
})

test('of each breaker the latest changes are kept, the latest first', () => {
  const change = (n: number): Change => ({ cursor: `${n}`, scope: 'a', type: 'breaker_opened', timestamp: at(n) })
  let changes: ReadonlyMap<string, readonly Change[]> = new Map()
  for (let n = 0; n < 30; n++) changes = withChange(changes, change(n))
  expect(changes.get('a')?.map(({ cursor }) => cursor)).toEqual(Array.from({ length: 20 }, (_, n) => `${29 - n}`))
  expect([changeText('breaker_reset'), changeText('breaker_of_tomorrow')]).toEqual(['Reset by a person', 'Breaker of tomorrow'])
})

test('a breaker is put in its place, a new one at the end', () => {
  const known = [breaker('a'), breaker('b')]
  expect(withBreaker(known, breaker('a', { trips: 1 })).map(({ trips }) => trips)).toEqual([1, 0])
  expect(scopes(withBreaker(known, breaker('c')))).toEqual(['a', 'b', 'c'])
})
