import { expect, test, vi } from 'vitest'
import { type Classifier, classify } from '../../src/policy/classifier.ts'

const reset = Object.assign(new Error('connection reset'), { code: 'ECONNRESET' })

test('the first classifier with an opinion wins, and is told where the error happened', () => {
  const none = vi.fn<Classifier>(() => null)
  const first = vi.fn<Classifier>(() => ({ category: 'permission', remedy: 'Ask Ada.' }))
  const second = vi.fn<Classifier>(() => ({ category: 'service' }))
  const context = { functionName: 'copy', attempt: 2 }

  const classified = classify(reset, 0, [none, first, second], context)

  expect(classified).toMatchObject({
    signal: 'classifier 2',
    breaker: 'ignored',
    error: { category: 'permission', subcategory: 'permission', retryable: false, confidence: 1, remedy: 'Ask Ada.' },
  })
  expect(none).toHaveBeenCalledWith(reset, context)
  expect(second).not.toHaveBeenCalled()
})

test('what a classifier leaves out is filled in from what it says', () => {
  const judged = (verdict: ReturnType<Classifier>) => classify(reset, 0, [() => verdict])

  expect(judged({ subcategory: 'service_rate_limit' }).error).toMatchObject({ category: 'service', recoverability: 1 })
  expect(judged({ subcategory: 'card_declined', category: 'validation' })).toMatchObject({
    breaker: 'ignored',
    error: { subcategory: 'card_declined', category: 'validation', retryable: false },
  })
  expect(judged({ subcategory: 'my_own' }).error).toMatchObject({ category: 'network', subcategory: 'my_own' })
  expect(judged({ category: 'network' }).error).toMatchObject({ subcategory: 'network_connection' })
  expect(judged({ recoverability: 0.5 }).error).toMatchObject({ recoverability: 0.5, retryable: false })
  expect(judged({ recoverability: 0.6 }).error.retryable).toBe(true)
  expect(judged({ recoverability: 0.9, retryable: false }).error.retryable).toBe(false)
  expect(judged({ retryAfter: '2m', confidence: 0.3 }).error).toMatchObject({ retryAfterMs: 120_000, confidence: 0.3 })
  expect(judged({ severity: 'critical', breaker: 'success' })).toMatchObject({
    breaker: 'success',
    error: { severity: 'critical', subcategory: 'network_connection' },
  })
})

test.each(['network', 'timeout', 'validation', 'permission', 'resource', 'service', 'system', 'interrupted', 'unknown'] as const)(
  'the category %s alone is a whole answer',
  (category) => {
    const { error } = classify(new Error('odd'), 0, [() => ({ category })])

    expect(error).toMatchObject({ category, subcategory: category })
    expect(error.remedy).not.toBe('')
  },
)

test.each<[unknown, string]>([
  [true, 'classifier 1 answered Thrown: true; it must be an object, or null for no opinion'],
  ['network', 'classifier 1 answered network; it must be an object, or null for no opinion'],
  [{ recoverability: Number.NaN }, 'classifier 1 answered a recoverability that is not a number from 0 to 1; it is ignored'],
  [{ recoverability: '1' }, 'classifier 1 answered a recoverability that is not a number from 0 to 1; it is ignored'],
  [{ confidence: 7 }, 'classifier 1 answered a confidence that is not a number from 0 to 1; it is ignored'],
  [{ retryable: 1 }, 'classifier 1 answered a retryable that is not true or false; it is ignored'],
  [{ retryAfter: 'soon' }, 'classifier 1 answered a retryAfter that is not a duration; it is ignored'],
  [{ remedy: '' }, 'classifier 1 answered a remedy that is not a text of 1 to 1000 characters; it is ignored'],
  [{ breaker: 'open' }, 'classifier 1 answered a breaker that is not one of success, ignored, failure; it is ignored'],
  [Promise.resolve({ category: 'network' }), 'classifier 1 answered a promise; a classifier must be synchronous'],
])('a classifier that answers %o is as if it had no opinion, and the fault is told', (answer, fault) => {
  const classified = classify(reset, 0, [() => answer as null])

  expect(classified).toEqual({ ...classify(reset, 0), faults: [fault] })
})

test('the rejection of a classifier that is asynchronous ends nothing', async () => {
  const late = Promise.withResolvers<null>()
  const { faults } = classify(reset, 0, [() => late.promise as never])
  late.reject(new Error('late'))

  // Unhandled, it would be reported as a failure of this run.
  await expect(late.promise).rejects.toThrow('late')
  expect(faults).toEqual(['classifier 1 answered a promise; a classifier must be synchronous'])
})

test('a classifier that throws is as if it had no opinion, and the next one is asked', () => {
  const broken: Classifier = () => {
    throw new Error('bug with password=hunter2')
  }
  const classified = classify(reset, 0, [broken, () => ({ category: 'timeout' })])

  expect(classified.error.category).toBe('timeout')
  expect(classified.faults).toEqual(['classifier 1 threw: bug with password=[redacted]'])
})

test('of an answer with a bad part the good ones are kept', () => {
  const answer = { category: 'nonsense', severity: 'low', recoverability: Number.POSITIVE_INFINITY } as never
  const { error, faults } = classify(reset, 0, [() => answer])

  expect(error).toMatchObject({ category: 'network', severity: 'low', recoverability: 0.8 })
  expect(faults).toHaveLength(2)
})

test('an answer whose parts cannot be read says nothing', () => {
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()

  expect(classify(reset, 0, [() => revoked.proxy as never]).error).toEqual(classify(reset, 0).error)
})
