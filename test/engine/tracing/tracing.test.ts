import { join } from 'node:path'
import { trace } from '@opentelemetry/api'
import { expect, onTestFinished, test } from 'vitest'
import { createRecovery } from '../../../src/index.ts'
import { gate, testEngine } from '../../support/engine.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { recordSpans, type Seen } from './spans.ts'

const PARENT = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', tracestate: 'rojo=1' }
const RESET = () => Object.assign(new Error('reset, password=hunter2'), { code: 'ECONNRESET' })

function named(spans: readonly Seen[], name: string): Seen {
  const found = spans.find((span) => span.name === name)
  if (found === undefined) throw new Error(`No span "${name}" among ${spans.map((span) => span.name).join(', ')}`)
  return found
}

test('a start is a child of what the caller does, attempts of the start, steps of their attempt, and spans of the function too', async () => {
  const spans = recordSpans()
  const { recovery, clock } = await testEngine()
  const tracer = trace.getTracer('a program')
  recovery.define('order', async (_input: unknown, { step }) => {
    await step('charge', async () => {
      tracer.startActiveSpan('call the bank', (span) => span.end())
      return 1
    })
    await tracer.startActiveSpan('around', async (span) => {
      await step('ship', () => 2)
      span.end()
    })
    return 3
  })
  const operation = await tracer.startActiveSpan('request', async (span) => {
    const started = await recovery.start('order', null)
    span.end()
    return started.operation
  })
  await clock.advance(0)

  const all = spans()
  const [request, start, attempt] = ['request', 'start order', 'attempt order'].map((name) => named(all, name))
  expect(new Set(all.map(({ traceId }) => traceId)).size).toBe(1)
  expect(operation.traceId).toBe(request?.traceId)
  expect(start?.parentId).toBe(request?.id)
  expect(attempt?.parentId).toBe(start?.id)
  expect(named(all, 'step charge').parentId).toBe(attempt?.id)
  expect(named(all, 'call the bank').parentId).toBe(named(all, 'step charge').id)
  expect(named(all, 'around').parentId).toBe(attempt?.id)
  expect(named(all, 'step ship').parentId).toBe(named(all, 'around').id)
  expect(start?.attributes).toEqual({
    'recoverable.function': 'order',
    'recoverable.operation.id': operation.id,
    'recoverable.deduplicated': false,
  })
  expect(attempt?.attributes).toMatchObject({
    'recoverable.operation.id': operation.id,
    'recoverable.function': 'order',
    'recoverable.attempt': 1,
    'recoverable.round': 1,
    'recoverable.attempt.result': 'success',
  })
})

test('an attempt that fails says why, without secrets, and the next one is its sibling', async () => {
  const spans = recordSpans()
  const { recovery, clock } = await testEngine({ defaults: { maxRetries: 1, initialDelay: '1s', jitter: 'none' } })
  let failures = 1
  recovery.define('mends', async (_input: unknown, { step }) => {
    await step('first', () => 1)
    return step('second', () => {
      if (failures-- > 0) throw RESET()
      return 2
    })
  })
  await recovery.start('mends', null)
  await clock.advance(0)
  await clock.advance(1000)

  const all = spans()
  const [failed, mended] = all.filter(({ name }) => name === 'attempt mends')
  expect(failed).toMatchObject({
    failed: true,
    attributes: { 'recoverable.attempt': 1, 'recoverable.attempt.result': 'failed', 'recoverable.error.category': 'network' },
  })
  expect(mended).toMatchObject({ failed: false, parentId: failed?.parentId, attributes: { 'recoverable.attempt': 2 } })
  expect(failed?.exceptions).toContain('reset')
  for (const { exceptions } of all) expect(exceptions).not.toContain('hunter2')
  // What was done is not done again.
  expect(all.filter(({ name }) => name === 'step first')).toHaveLength(1)
  expect(all.filter(({ name }) => name === 'step second').map((span) => span.failed)).toEqual([true, false])
})

test('further names whose values are secrets hold for spans too', async () => {
  const spans = recordSpans()
  const { recovery, clock } = await testEngine({ redact: { names: ['iban'] } })
  recovery.define('pay', (_input: unknown, { step }) => step('book', () => Promise.reject(new Error('refused, iban=DE42'))))
  await recovery.start('pay', null)
  await clock.advance(0)

  const failed = spans().filter((span) => span.failed)
  expect(failed.map(({ name }) => name)).toEqual(['step book', 'attempt pay'])
  for (const { exceptions } of failed) expect(exceptions).toMatch(/refused, iban=\[redacted\](?!.*DE42)/)
})

test('an attempt after a restart is in the trace that the operation was started in', async () => {
  const spans = recordSpans()
  const store = `sqlite:${join(await tempFolder(), 'recovery.db')}`
  const clock = new FakeClock()
  const open = async (work: () => unknown) => {
    const recovery = await createRecovery({ store, clock, open: false })
    recovery.define('long', work)
    onTestFinished(() => recovery.stop({ timeoutMs: 0 }))
    await recovery.open()
    return recovery
  }
  const { opened, open: letGo } = gate()
  const first = await open(() => opened)
  const { operation } = await first.start('long', null, { trace: PARENT })
  await clock.advance(0)
  const stopped = first.stop({ timeoutMs: 10 })
  await clock.advance(10)
  await stopped
  letGo()

  const second = await open(() => 'done')
  await clock.advance(0)
  expect(await second.requireOperation(operation.id)).toMatchObject({ state: 'success', traceId: operation.traceId })
  const all = spans()
  expect(operation.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
  expect(named(all, 'start long')).toMatchObject({ traceId: operation.traceId, parentId: '00f067aa0ba902b7' })
  const attempts = all.filter(({ name }) => name === 'attempt long')
  expect(attempts.map(({ attributes }) => attributes['recoverable.attempt.result'])).toEqual(['handed_over', 'success'])
  for (const attempt of attempts) {
    expect(attempt).toMatchObject({ traceId: operation.traceId, parentId: named(all, 'start long').id })
  }
})

test('without an SDK the context of a caller is stored, and one that is none counts as absent', async () => {
  const { recovery } = await testEngine()
  recovery.define('quick', () => 1)
  const started = await recovery.start('quick', null, { trace: PARENT })
  expect(started.operation.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
  const odd = await recovery.start('quick', null, { trace: { traceparent: '00-nonsense' } })
  expect(odd.operation.traceId).toBeNull()
  expect((await recovery.start('quick', null)).operation.traceId).toBeNull()
})

test('without a context manager steps are still children of their attempt', async () => {
  const spans = recordSpans({ contextManager: false })
  const { recovery, clock } = await testEngine()
  recovery.define('order', (_input: unknown, { step }) => step('charge', () => 1))
  await recovery.start('order', null, { trace: PARENT })
  await clock.advance(0)
  expect(named(spans(), 'step charge').parentId).toBe(named(spans(), 'attempt order').id)
  expect(named(spans(), 'start order').parentId).toBe('00f067aa0ba902b7')
})

test('an operation that was there already keeps its trace, and a refused start says why', async () => {
  const spans = recordSpans()
  const { recovery } = await testEngine({ open: false })
  recovery.define('quick', () => 1)
  const first = await recovery.start('quick', 1, { id: 'mine' })
  const second = await recovery.start('quick', 1, { id: 'mine' })
  expect(second.operation.traceId).toBe(first.operation.traceId)
  await expect(recovery.start('quick', 2, { id: 'mine' })).rejects.toThrow()
  const starts = spans()
  expect(starts.map(({ attributes }) => attributes['recoverable.deduplicated'])).toEqual([false, true, undefined])
  expect(starts.map(({ failed }) => failed)).toEqual([false, false, true])
})

test('a light call has no span; one that becomes an operation has those of an operation', async () => {
  const spans = recordSpans()
  const { recovery, clock } = await testEngine({ defaults: { initialDelay: '1s', jitter: 'none' } })
  let failures = 0
  const call = recovery.recoverable(
    async () => {
      if (failures-- > 0) throw RESET()
    },
    { name: 'call' },
  )
  await call()
  expect(spans()).toEqual([])
  failures = 1
  const outcome = trace.getTracer('a program').startActiveSpan('request', (span) => call().finally(() => span.end()))
  await clock.advance(0)
  await clock.advance(1000)
  await outcome
  const all = spans()
  expect(named(all, 'start call').parentId).toBe(named(all, 'request').id)
  const attempts = all.filter(({ name }) => name === 'attempt call')
  expect(attempts.map(({ failed, parentId }) => [failed, parentId])).toEqual([
    [true, named(all, 'start call').id],
    [false, named(all, 'start call').id],
  ])
})

test('what a person stopped is told by its result', async () => {
  const spans = recordSpans()
  const { recovery, clock } = await testEngine()
  recovery.define('slow', (_input: unknown, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', reject)))
  const { operation } = await recovery.start('slow', null)
  await clock.advance(0)
  await recovery.cancel(operation.id)
  await clock.advance(0)
  expect(named(spans(), 'attempt slow')).toMatchObject({
    failed: false,
    attributes: { 'recoverable.attempt.result': 'cancelled' },
  })
})
