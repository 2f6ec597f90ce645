import { expect, test } from 'vitest'
import { changeTexts } from '../../../../src/dashboard/pages/settings/change-texts.ts'
import { groupsOf, SETTING_FIELDS, type SettingName } from '../../../../src/dashboard/pages/settings/setting-fields.ts'
import { rangeText, readSetting, settingText, writeSetting } from '../../../../src/dashboard/pages/settings/setting-values.ts'
import { fieldOf, knownSettings } from './known-settings.ts'

test.each<[SettingName, string, number]>([
  ['maxRetries', ' 8 ', 8],
  ['maxRetries', '0', 0],
  ['backoffFactor', '1.5', 1.5],
  ['initialDelay', '5 min', 300_000],
  ['initialDelay', '0', 0],
  ['downloadBandwidthLimit', '500000', 500_000],
  ['downloadBandwidthLimit', '5 MB/s', 5_242_880],
  ['downloadBandwidthLimit', '1.5kb', 1536],
  ['downloadChunkSize', '65536', 65_536],
  ['downloadChunkSize', '2 MB', 2_097_152],
])('%s of %j is %d', (name, text, value) => {
  expect(readSetting(fieldOf(name), text)).toEqual({ value, fault: null })
})

test.each<[SettingName, string, string]>([
  ['maxRetries', '', 'Enter a whole number, such as 5.'],
  ['maxRetries', '2.5', 'Enter a whole number, such as 5.'],
  ['maxRetries', '-1', 'It must be from 0 to 1,000.'],
  ['maxRetries', '1001', 'It must be from 0 to 1,000.'],
  ['backoffFactor', 'two', 'Enter a number, such as 2 or 1.5.'],
  ['backoffFactor', '0.5', 'It must be from 1 to 100.'],
  ['initialDelay', '5', 'Enter a length of time with its unit, such as 30 s, 15 min or 2 h.'],
  ['initialDelay', '2 days', 'It must be from 0 s to 1 day.'],
  ['retention', '10 ms', 'It must be from 1 s to 3650 days.'],
  ['downloadBandwidthLimit', 'fast', 'Enter bytes a second, such as 500000 or 5 MB/s.'],
  ['downloadBandwidthLimit', '2.5', 'Enter bytes a second, such as 500000 or 5 MB/s.'],
  ['downloadChunkSize', '1 MB/s', 'Enter bytes, such as 65536 or 1 MB.'],
  ['downloadChunkSize', '8191', 'It must be from 8,192 to 67,108,864 bytes.'],
  ['downloadBandwidthLimit', '9000 GB', 'It must be from 0 to 1,000,000,000,000 bytes a second.'],
])('%s of %j has a fault: %s', (name, text, fault) => {
  expect(readSetting(fieldOf(name), text)).toEqual({ value: null, fault })
})

test('each setting stands in its field as it can be typed', () => {
  const { values } = knownSettings({ eventRetention: 604_800_000 })
  for (const field of SETTING_FIELDS) {
    expect(readSetting(field, writeSetting(field, values[field.name])), field.name).toEqual({
      value: values[field.name],
      fault: null,
    })
    expect(rangeText(field)).toMatch(/^from .+ to .+/)
  }
})

test.each<[SettingName, number | null, string]>([
  ['maxRetries', 0, 'no retries'],
  ['maxRetries', 1000, '1,000'],
  ['retention', null, 'for ever'],
  ['retention', 2_592_000_000, '30 days'],
  ['downloadBandwidthLimit', 0, 'no limit'],
  ['downloadBandwidthLimit', 5_242_880, '5.00 MB/s'],
  ['downloadChunkSize', 1_048_576, '1.00 MB'],
])('%s of %s is told as %j', (name, value, text) => {
  expect(settingText(fieldOf(name), value)).toBe(text)
})

test('a server that downloads nothing shows no settings of downloads', () => {
  const titles = (maxConcurrentDownloads: number | null) =>
    groupsOf({ ...knownSettings().values, maxConcurrentDownloads }).map(({ title }) => title)
  expect(titles(3)).toContain('Downloads')
  expect(titles(null)).not.toContain('Downloads')
})

test('changes in the audit trail are told in words, those of later versions too', () => {
  expect(changeTexts({ maxRetries: 8, maxDelay: null, newer: { a: 1 } })).toEqual([
    'Max Retries: 8',
    'Max Delay: back to the configured value',
    'newer: {"a":1}',
  ])
  expect(changeTexts(null)).toEqual([])
})
