import { expect, test } from 'vitest'
import type { RetryLimit } from '../../src/operation/command.ts'
import { classify } from '../../src/policy/classifier.ts'
import { givenUp, retriesOfKind } from '../../src/policy/giving-up.ts'

const RETRY = 'retry it when the cause is gone.'

test.each<[string, Exclude<RetryLimit, 'budget'>, string]>([
  ['ENOTFOUND', 'max_retries', `All attempts were used up: ${RETRY} Check the host name and the name server.`],
  [
    'ENOTFOUND',
    'category',
    `An error of the kind network_dns is retried at most 3 times, whatever maxRetries allows: ${RETRY} Check the host name and the name server.`,
  ],
  [
    'ENOMEM',
    'category',
    `An error of the kind resource_memory is retried at most once, whatever maxRetries allows: ${RETRY} Give the server more memory or let it do less at once.`,
  ],
  ['STORE_UNAVAILABLE', 'deadline', `The next attempt would have come after the deadline: ${RETRY}`],
])('the remedy of %s says that it ended by %s, and no longer that it is retried by itself', (code, limit, remedy) => {
  const { error } = classify(Object.assign(new Error('no'), { code }), 0)
  expect(givenUp(error, limit)).toEqual({ ...error, remedy })
})

test('kinds of errors have a number of retries, or leave it to maxRetries', () => {
  expect([retriesOfKind({ subcategory: 'network_dns' }), retriesOfKind({ subcategory: 'unknown' })]).toEqual([3, null])
})
