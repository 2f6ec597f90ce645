import { expect, test } from 'vitest'
import { type Checkpoint, freshCheckpoint, readCheckpoint } from '../../src/functions/download-checkpoint.ts'

const URL_OF_FILE = 'https://files.test/a'
// As the first version stored it. It stays readable for ever.
const STORED = { url: URL_OF_FILE, validator: '"v1"', total: 100, offset: 40, sha256: null, rejected: null }
const READ: Checkpoint = { ...STORED, source: null }

test('a stored checkpoint is read as it was written', () => {
  expect(readCheckpoint(STORED, URL_OF_FILE)).toEqual(READ)
  expect(readCheckpoint({ ...READ, source: 'https://mirror.test/a' }, URL_OF_FILE).source).toBe('https://mirror.test/a')
})

test('what a later version added does no harm', () => {
  expect(readCheckpoint({ ...STORED, mirror: 2 }, URL_OF_FILE)).toEqual(READ)
})

test.each([
  ['nothing', null],
  ['a text', 'state'],
  ['another url', { ...STORED, url: 'https://files.test/b' }],
  ['a negative offset', { ...STORED, offset: -1 }],
  ['an offset that is no whole number', { ...STORED, offset: 1.5 }],
  ['a part that is missing', { url: URL_OF_FILE, offset: 40 }],
])('%s counts for nothing', (_, state) => {
  expect(readCheckpoint(state, URL_OF_FILE)).toEqual(freshCheckpoint(URL_OF_FILE))
  expect(freshCheckpoint(URL_OF_FILE)).toMatchObject({ offset: 0, validator: null })
})
