import { expect, test } from 'vitest'
import { classify, judge } from '../../src/policy/classifier.ts'

const CONTEXT = { functionName: 'work', attempt: 1 }

function judged(thrown: unknown) {
  const { kind, confidence, retryAfterMs } = judge(thrown, 0, [], CONTEXT)
  return { category: kind.category, subcategory: kind.subcategory, retryable: kind.retryable, confidence, retryAfterMs }
}

test('the message of a plain error decides, and decides the same when it comes again', () => {
  const first = judged(new Error('connection refused'))

  expect(first).toMatchObject({ subcategory: 'network_connection', retryable: true })
  expect(judged(new Error('connection refused'))).toEqual(first)
})

test('a plain error that says nothing known is unknown and retried', () => {
  expect(judged(new Error('whatever'))).toMatchObject({ category: 'unknown', retryable: true, confidence: 0 })
})

test('a name, a code, a cause or a method of its own takes an error out of the quick way', () => {
  const named = Object.assign(new Error('whatever'), { name: 'TimeoutError' })
  const coded = Object.assign(new Error('whatever'), { code: 'EACCES' })
  const caused = new Error('whatever', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) })

  expect(judged(named)).toMatchObject({ category: 'timeout' })
  expect(judged(coded)).toMatchObject({ category: 'permission' })
  expect(judged(caused)).toMatchObject({ subcategory: 'network_connection' })
})

test('an object that only poses as an error does no harm', () => {
  const trap = new Proxy(new Error('whatever'), {
    getPrototypeOf: () => {
      throw new Error('caught')
    },
  })

  expect(judged(trap)).toMatchObject({ category: 'unknown' })
})

test('what is judged is what is described, however many messages came before', () => {
  for (let n = 0; n < 500; n++) judge(new Error(`message ${n}`), 0, [], CONTEXT)
  judge(new Error(`${'long '.repeat(200)}timed out`), 0, [], CONTEXT)
  const error = new Error('disk full')

  expect(classify(error, 0).error).toMatchObject(judged(error))
})
