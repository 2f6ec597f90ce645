import { expect, test } from 'vitest'

import { latest, merged, type ReadLists } from '../../../../src/dashboard/pages/downloads/download-rows.ts'
import type { Download } from '../../../../src/dashboard/pages/downloads/download-status.ts'

import { at, download } from './download.ts'

function read(active: readonly Download[], past: readonly Download[], more: { active?: true; past?: true } = {}): ReadLists {
  return {
    active: { rows: active, hasMore: more.active ?? false },
    past: { rows: past, hasMore: more.past ?? false },
  }
}

function running(id: string, created = 0, updated = created): Download {
  return download({ id, createdAt: at(created), updatedAt: at(updated) })
}

function ended(id: string, updated: number): Download {
  return download({ id, state: 'SUCCESS', updatedAt: at(updated) })
}

function idsOf(lists: ReadLists, ...pushed: readonly (Download | string)[]): { active: string[]; past: string[] } {
  const { active, past } = merged(lists, asPushed(pushed))
  return { active: active.map(({ id }) => id), past: past.map(({ id }) => id) }
}

/** A bare id was deleted. */
function asPushed(pushed: readonly (Download | string)[]): Map<string, Download | null> {
  return new Map(pushed.map((one) => (typeof one === 'string' ? [one, null] : [one.id, one])))
}

test('active downloads stand in the order of their start, past ones with the last ended first', () => {
  expect(idsOf(read([running('b', 2), running('a', 1)], [ended('c', 1), ended('d', 2)]))).toEqual({
    active: ['a', 'b'],
    past: ['d', 'c'],
  })
  expect(idsOf(read([running('b'), running('a')], [ended('c', 1), ended('d', 1)]))).toEqual({
    active: ['a', 'b'],
    past: ['d', 'c'],
  })
})

test('what an event told goes to the list where it belongs now', () => {
  const lists = read([running('a', 1)], [ended('c', 1)])
  expect(idsOf(lists, ended('a', 5))).toEqual({ active: [], past: ['a', 'c'] })
  expect(idsOf(lists, running('c', 0, 5), running('new', 9))).toEqual({ active: ['c', 'a', 'new'], past: [] })
})

test('what was read later than an event wins, and of the same moment the event does, which knows its progress', () => {
  const old = running('a', 0, 1)
  expect(idsOf(read([], [ended('a', 2)]), old)).toEqual({ active: [], past: ['a'] })
  const progress = { fraction: 0.5, current: 1, total: 2, rate: null, stage: null }
  expect(merged(read([old], []), asPushed([{ ...old, progress }])).active[0]?.progress).toEqual(progress)
})

test('a download that two pages of one answer hold is shown once, as it was last', () => {
  expect(idsOf(read([running('a', 0, 1)], [ended('a', 2)]))).toEqual({ active: [], past: ['a'] })
})

test('what was deleted is gone', () => {
  expect(idsOf(read([running('a')], [ended('b', 1)]), 'a', 'b')).toEqual({ active: [], past: [] })
})

test('what belongs to pages that were not read is not shown among those that were', () => {
  const lists = read([running('a')], [ended('b', 5)], { active: true, past: true })
  const late = download({ id: 'late', state: 'PENDING', createdAt: at(9) })
  expect(idsOf(lists, late, ended('old', 4), ended('new', 6), running('busy', 8))).toEqual({
    active: ['a', 'busy'],
    past: ['new', 'b'],
  })
  expect(idsOf(read([], [], { past: true }), ended('old', 4))).toEqual({ active: [], past: ['old'] })
})

test('the answer of a mutation that comes late takes nothing back of what an event told', () => {
  const [before, after] = [running('a', 0, 1), ended('a', 2)]
  expect(latest(after, before)).toBe(after)
  expect(latest(before, after)).toBe(after)
  expect(latest(undefined, before)).toBe(before)
  expect(latest(before, null)).toBeNull()
  expect(latest(null, before)).toBe(before)
})
