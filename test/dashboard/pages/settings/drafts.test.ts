import { expect, test } from 'vitest'
import {
  afterSave,
  changesOf,
  type Drafts,
  faultyOf,
  judge,
  type KnownSettings,
  overtakenOf,
  toConfigured,
  typed,
  without,
} from '../../../../src/dashboard/pages/settings/drafts.ts'
import type { SettingName } from '../../../../src/dashboard/pages/settings/setting-fields.ts'
import { fieldOf, knownSettings } from './known-settings.ts'

function drafting(known: KnownSettings, texts: Partial<Record<SettingName, string>>): Drafts {
  return Object.entries(texts).reduce(
    (drafts: Drafts, [name, text]) => typed(drafts, known, fieldOf(name as SettingName), text),
    {},
  )
}

test('only what is another value is sent', () => {
  const known = knownSettings()
  const drafts = drafting(known, { maxRetries: '8', initialDelay: '2000 ms', concurrency: '64' })
  expect(Object.keys(drafts)).toEqual(['maxRetries', 'initialDelay'])
  expect(changesOf(known, drafts)).toEqual({ maxRetries: 8 })
})

test('a setting that goes back to its configured value is sent as null, and shown as that value', () => {
  const known = knownSettings({ maxRetries: 8 })
  const drafts = toConfigured({}, known, fieldOf('maxRetries'))
  expect(drafts.maxRetries?.text).toBe('5')
  expect(judge(known, drafts).maxRetries).toEqual({ value: 5, fault: null })
  expect(changesOf(known, drafts)).toEqual({ maxRetries: null })
})

test('going back drops what was typed for a setting that is as configured', () => {
  const known = knownSettings()
  expect(toConfigured(drafting(known, { maxRetries: '8' }), known, fieldOf('maxRetries'))).toEqual({})
})

test('a setting without a value may go back to having none', () => {
  const known = knownSettings({ eventRetention: 1000 })
  const drafts = toConfigured({}, known, fieldOf('eventRetention'))
  expect(faultyOf(known, drafts)).toEqual([])
  expect(changesOf(known, drafts)).toEqual({ eventRetention: null })
})

test.each<[Partial<Record<SettingName, string>>, SettingName]>([
  [{ maxDelay: '1 s' }, 'maxDelay'],
  [{ initialDelay: '10 min' }, 'initialDelay'],
  [{ initialDelay: '3 s', maxDelay: '2 s' }, 'maxDelay'],
])('waits that contradict each other are told at the one that was typed: %o', (texts, name) => {
  const known = knownSettings()
  const drafts = drafting(known, texts)
  expect(faultyOf(known, drafts)).toEqual([name])
  expect(changesOf(known, drafts)).not.toHaveProperty(name)
})

test('faults are told in the order of the page', () => {
  const known = knownSettings()
  expect(faultyOf(known, drafting(known, { downloadTimeout: 'x', maxRetries: '-1', concurrency: '2' }))).toEqual([
    'maxRetries',
    'downloadTimeout',
  ])
})

test('what somebody else changed meanwhile is noticed, and what was typed stays', () => {
  const drafts = drafting(knownSettings(), { maxRetries: '8', concurrency: '2' })
  const later = knownSettings({ maxRetries: 3 })
  expect(overtakenOf(later, drafts)).toEqual(['maxRetries'])
  const more = typed(drafts, later, fieldOf('maxRetries'), '9')
  expect(overtakenOf(later, more)).toEqual(['maxRetries'])
  expect(changesOf(later, more)).toEqual({ maxRetries: 9, concurrency: 2 })
  expect(overtakenOf(later, without(more, ['maxRetries']))).toEqual([])
})

test('after saving, what was typed meanwhile stays', () => {
  const known = knownSettings()
  const saved = drafting(known, { maxRetries: '8', concurrency: '2' })
  const latest = typed(saved, known, fieldOf('concurrency'), '22')
  expect(afterSave(latest, saved)).toEqual({ concurrency: latest.concurrency })
})
