import { expect, test } from 'vitest'
import { fileNameOf, inputOf, lastNameOfUrl, resultOf } from '../../../../src/dashboard/pages/downloads/download-values.ts'

test('an input is read as far as it is one', () => {
  const input = { url: 'https://a.test/x', destination: 'y', sha256: 'ab', mirrors: ['https://b.test/x'] }
  expect(inputOf(input)).toEqual({ url: 'https://a.test/x', destination: 'y', sha256: 'ab', mirrors: 1 })
  const nothing = { url: '', destination: '', sha256: null, mirrors: 0 }
  for (const strange of [null, 'text', 7, [], { url: 1, destination: {}, sha256: '', mirrors: 'x' }]) {
    expect(inputOf(strange)).toEqual(nothing)
  }
})

test('a result is read as far as it is one', () => {
  expect(resultOf({ bytes: 12, sha256: 'ab' })).toEqual({ bytes: 12, sha256: 'ab' })
  expect(resultOf({ bytes: 'many' })).toEqual({ bytes: null, sha256: null })
  expect(resultOf(null)).toEqual({ bytes: null, sha256: null })
})

test('a download is called after its file, or else after where it comes from', () => {
  expect(fileNameOf({ destination: 'models/a.bin', url: 'https://a.test/x' })).toBe('a.bin')
  expect(fileNameOf({ destination: '', url: 'https://a.test/x%20y?z' })).toBe('x y')
  expect(fileNameOf({ destination: '', url: 'https://a.test/' })).toBe('https://a.test/')
  expect(fileNameOf({ destination: '', url: '' })).toBe('Download')
})

test('a URL suggests the name of its file', () => {
  expect(lastNameOfUrl('https://a.test/models/v%C3%A9.bin#part')).toBe('vé.bin')
  expect(lastNameOfUrl('https://a.test/100%')).toBe('100%')
  expect(lastNameOfUrl('no address')).toBe('')
})
