import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { optionNames, refuseUnknown } from '../../src/policy/known-options.ts'

interface Options {
  readonly maxRetries?: number
  readonly timeout?: number
  readonly jitter?: number
}

const KNOWN = optionNames<Options>({ maxRetries: true, timeout: true, jitter: true })

function refused(options: unknown, where?: string) {
  try {
    refuseUnknown(options, KNOWN, where)
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError)
    const { message, field } = error as InvalidInputError
    return [field, message]
  }
}

test.each([
  ['maxRetrys', 'There is no option maxRetrys; did you mean maxRetries?'],
  ['MAXRETRIES', 'There is no option MAXRETRIES; did you mean maxRetries?'],
  ['retries', 'There is no option retries; did you mean maxRetries?'],
  ['timeot', 'There is no option timeot; did you mean timeout?'],
  ['x', 'There is no option x; options are: maxRetries, timeout, jitter'],
  ['something else', 'There is no option something else; options are: maxRetries, timeout, jitter'],
  ['', 'There is no option ; options are: maxRetries, timeout, jitter'],
])('the option "%s" is refused, and the one that may have been meant is named', (name, message) => {
  expect(refused({ timeout: 1, [name]: undefined })).toEqual([name, message])
})

test('an option of an option is named with its path', () => {
  expect(refused({ timout: 1 }, 'budget')).toEqual([
    'budget.timout',
    'There is no option budget.timout; did you mean budget.timeout?',
  ])
  expect(refused({ q: 1 }, 'budget')?.[1]).toContain('options are: budget.maxRetries, ')
})

test.each([null, [], [1], 'text', 7, () => 1, undefined])('%o is no object of options', (options) => {
  expect(refused(options)).toEqual(['options', 'options must be an object of options'])
  expect(refused(options, 'budget')).toEqual(['budget', 'budget must be an object of options'])
})

test('known options are taken, also from an instance of a class, whose methods do not count', () => {
  class Mine {
    readonly timeout = 1
    get maxRetry(): number {
      return this.timeout
    }
    helper(): number {
      return this.timeout
    }
  }
  expect(refused({ maxRetries: 1, jitter: undefined })).toBeNull()
  expect(refused(new Mine())).toBeNull()
  expect(refused(Object.create({ other: 1 }))).toBeNull()
})
