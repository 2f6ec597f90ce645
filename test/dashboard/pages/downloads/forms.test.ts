import { expect, test } from 'vitest'
import { errorsFrom, inputFrom, missingIn, NOTHING_TO_ADD } from '../../../../src/dashboard/pages/downloads/add-form.ts'
import { hintOf, readSettings, SETTING_FIELDS, textsOf } from '../../../../src/dashboard/pages/downloads/settings-form.ts'

const SETTINGS = textsOf({
  ...{ maxConcurrentDownloads: 3, maxRetries: 5, downloadTimeout: 30_000 },
  ...{ downloadAttemptTimeout: 0, downloadBandwidthLimit: 0, downloadChunkSize: 1_048_576 },
})

test('settings are shown in the units of the form', () => {
  expect(SETTINGS).toEqual({
    ...{ maxConcurrentDownloads: '3', maxRetries: '5', downloadTimeout: '30' },
    ...{ downloadAttemptTimeout: '0', downloadBandwidthLimit: '0', downloadChunkSize: '1048576' },
  })
})

test('only changed settings are sent, in the units of the server', () => {
  expect(readSettings(SETTINGS, SETTINGS)).toEqual({ changes: {}, errors: {} })
  const texts = { ...SETTINGS, maxRetries: ' 7 ', downloadTimeout: '2.5', downloadBandwidthLimit: '1,048 576' }
  expect(readSettings(texts, SETTINGS)).toEqual({
    changes: { maxRetries: 7, downloadTimeout: 2500, downloadBandwidthLimit: 1_048_576 },
    errors: {},
  })
})

test.each([
  ['maxConcurrentDownloads', '0', 'Max Concurrent Downloads must be a whole number from 1 to 10,000.'],
  ['maxConcurrentDownloads', '10001', 'Max Concurrent Downloads must be a whole number from 1 to 10,000.'],
  ['maxRetries', '1.5', 'Max Retries must be a whole number from 0 to 1,000.'],
  ['maxRetries', '-1', 'Max Retries must be a whole number from 0 to 1,000.'],
  ['downloadTimeout', '0.5', 'Timeout (seconds) must be a number from 1 to 86,400.'],
  ['downloadAttemptTimeout', '', 'Attempt Time Limit (seconds) must be a number from 0 to 2,592,000.'],
  [
    'downloadBandwidthLimit',
    'fast',
    'Bandwidth Limit (bytes/s, 0 = unlimited) must be a whole number from 0 to 1,000,000,000,000.',
  ],
  ['downloadChunkSize', '8191', 'Chunk Size (bytes) must be a whole number from 8,192 to 67,108,864.'],
  ['downloadChunkSize', '67108865', 'Chunk Size (bytes) must be a whole number from 8,192 to 67,108,864.'],
] as const)('%s refuses "%s" and says what is allowed', (name, text, message) => {
  expect(readSettings({ ...SETTINGS, [name]: text }, SETTINGS).errors).toEqual({ [name]: message })
})

test('a number of bytes is told in larger units too', () => {
  const hint = (wanted: string, text: string) =>
    SETTING_FIELDS.filter(({ name }) => name === wanted).map((field) => hintOf(field, text))[0]
  const plain = 'Of all downloads together.'
  expect(hint('downloadBandwidthLimit', '1048576')).toBe(`${plain} = 1.00 MB/s`)
  for (const text of ['0', '1000', 'x']) expect(hint('downloadBandwidthLimit', text)).toBe(plain)
  expect(hint('downloadChunkSize', '65536')).toMatch(/\. = 64\.00 KB$/)
  expect(hint('maxRetries', '1048576')).not.toContain('=')
})

test('an empty destination is the name that the URL suggests', () => {
  const texts = { ...NOTHING_TO_ADD, url: ' https://a.test/models/a.bin?x=1 ' }
  expect(inputFrom(texts)).toEqual({ url: 'https://a.test/models/a.bin?x=1', destination: 'a.bin' })
})

test('what is given beside it is sent too', () => {
  const texts = { url: 'https://a.test/a', destination: 'b/c', sha256: ' ab ', mirrors: 'https://b.test/a\n\n https://c.test/a' }
  const mirrors = ['https://b.test/a', 'https://c.test/a']
  expect(inputFrom(texts)).toEqual({ url: 'https://a.test/a', destination: 'b/c', sha256: 'ab', mirrors })
})

test('a missing URL or name is asked for', () => {
  expect(Object.keys(missingIn(inputFrom(NOTHING_TO_ADD)))).toEqual(['url'])
  expect(Object.keys(missingIn(inputFrom({ ...NOTHING_TO_ADD, url: 'https://a.test/' })))).toEqual(['destination'])
  expect(missingIn(inputFrom({ ...NOTHING_TO_ADD, url: 'https://a.test/a' }))).toEqual({})
})

test('a refusal goes to the fields that it names', () => {
  const message =
    'input.url: holds a user name or password; send them in the header "authorization"; input.mirrors[1]: must be a complete URL; input.headers: is odd; and 2 more'
  expect(errorsFrom(message)).toEqual({
    errors: {
      url: 'The URL holds a user name or password; send them in the header "authorization".',
      mirrors: 'Mirror 2 must be a complete URL.',
    },
    rest: 'input.headers: is odd; and 2 more',
  })
  expect(errorsFrom('input.destination: is empty')).toEqual({ errors: { destination: 'The destination is empty.' }, rest: null })
  expect(errorsFrom('The operation “a” exists')).toEqual({ errors: {}, rest: 'The operation “a” exists' })
})
