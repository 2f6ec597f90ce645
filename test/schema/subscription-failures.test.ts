import { expect, test, vi } from 'vitest'
import { failureAsLast, received, StreamFailure } from '../../schema/update-stream.ts'
import { CursorExpiredError } from '../../src/index.ts'
import { type Answer, type Answers, testApi } from './harness.ts'

const FIELDS = ['recoveryUpdate', 'recoveryCompleted']
const follows = (field: string) => `subscription ($after: String) { ${field}(after: $after) { cursor } }`

async function drain(answers: Answers): Promise<Answer[]> {
  const all: Answer[] = []
  for await (const answer of answers) all.push(answer)
  return all
}

test.each(FIELDS)('%s answers a malformed cursor with errors, then ends', async (field) => {
  const { follow } = await testApi()

  const answers = await drain(await follow(follows(field), { after: 'garbage' }))

  expect(answers).toMatchObject([
    { data: null, errors: [{ message: expect.stringMatching(/^This is no event cursor/), path: [field] }] },
  ])
})

test.each(FIELDS)('%s answers a cursor of another log with errors, then ends', async (field) => {
  const { follow } = await testApi()

  const answers = await drain(await follow(follows(field), { after: 'evt_00000000_1' }))

  expect(answers).toMatchObject([{ data: null, errors: [{ message: new CursorExpiredError().message, path: [field] }] }])
})

test('a stream that fails in its middle ends with errors after what it told', async () => {
  const { recovery, follow } = await testApi()
  recovery.define('good', () => 1)
  const watch = recovery.watch.bind(recovery)
  let served = 0
  vi.spyOn(recovery, 'watch').mockImplementation((options) => {
    const updates = watch(options)
    const next = updates.next.bind(updates)
    updates.next = () => (served++ === 1 ? Promise.reject(new CursorExpiredError()) : next())
    return updates
  })
  const draining = drain(await follow(follows('recoveryUpdate')))
  await recovery.start('good', null)

  const answers = await draining
  expect(answers).toHaveLength(2)
  expect(answers[0]).toMatchObject({ errors: [], data: { recoveryUpdate: { cursor: expect.any(String) } } })
  expect(answers[1]).toMatchObject({ data: null, errors: [{ message: new CursorExpiredError().message }] })
})

test('an abandoned subscription lets go of the engine at once, though nothing happens', async () => {
  const { recovery, follow } = await testApi()
  const watch = vi.spyOn(recovery, 'watch')
  const answers = await follow(follows('recoveryUpdate'))
  const waiting = answers.next()
  await vi.waitFor(() => expect(watch).toHaveBeenCalled())
  const updates = watch.mock.results[0]?.value as AsyncIterableIterator<unknown>
  const end = vi.spyOn(updates, 'return')

  await answers.return()

  expect(end).toHaveBeenCalledOnce()
  expect(await waiting).toEqual({ done: true, value: undefined })
  expect(await updates.next()).toMatchObject({ done: true })
})

test('a failure is the last item of a stream', async () => {
  const failure = new Error('gone')
  const source = {
    next: vi.fn().mockResolvedValueOnce({ done: false, value: 1 }).mockRejectedValueOnce(failure),
    [Symbol.asyncIterator]() {
      return this
    },
  }
  const stream = failureAsLast<number>(source)

  const items = [await stream.next(), await stream.next(), await stream.next()]

  expect(items).toEqual([
    { done: false, value: 1 },
    { done: false, value: new StreamFailure(failure) },
    { done: true, value: undefined },
  ])
  expect(received<number>(1)).toBe(1)
  expect(() => received(new StreamFailure(failure))).toThrow(failure)
  expect(await stream.return?.()).toEqual({ done: true, value: undefined })
})
