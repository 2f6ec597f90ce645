import { describe, expect, test } from 'vitest'
import { CursorExpiredError } from '../../src/index.ts'
import type { Dispatched } from '../../src/operation/dispatcher.ts'
import { begin, commit, complete, created, finished, following, STORES, T0 } from './stores.ts'

describe.each(STORES)('commit guards of the $name store', ({ open }) => {
  test('a row is read back as it was written, field by field', async () => {
    const store = await open()
    const change = created('op', {
      input: { a: [1, 'ü', null] },
      metadata: { k: 'v' },
      priority: 7,
      deadlineMs: 5,
      idempotencyKey: 'x',
    })
    await commit(store, change)

    expect(await store.operation('op')).toEqual(change.operation)
    expect(await store.operation('nobody')).toBeNull()
  })

  test('an id and a key are taken once, and the holder is named', async () => {
    const store = await open()
    await commit(store, created('op', { idempotencyKey: 'key' }))
    const answers = await store.commit([created('op'), created('other', { idempotencyKey: 'key' }), created('third')])

    expect(answers).toEqual([
      { kind: 'duplicate', holder: 'op', by: 'id' },
      { kind: 'duplicate', holder: 'op', by: 'idempotency key' },
      { kind: 'committed' },
    ])
  })

  test('a person who was not first gets a conflict and an attempt without its lease is stale', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    await commit(store, first)
    await commit(store, running)
    const paused = following(running.operation, { type: 'pause', actor: null })

    expect(await commit(store, paused, following(running.operation, { type: 'cancel', actor: null, reason: null }))).toEqual([
      'committed',
      'conflict',
    ])
    expect(await commit(store, complete(running.operation))).toEqual(['stale'])
    const { items } = await store.operationEvents('op', { limit: 9 })
    expect(items.map((event) => event.type)).toEqual(['created', 'attempt_started', 'paused'])
    expect((await store.attempts('op', { limit: 9 })).items).toMatchObject([{ outcome: 'paused' }])
  })
})

describe.each(STORES)('what running attempts write to the $name store', ({ open }) => {
  test('a checkpoint writes its own parts and a later change of state leaves them', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    await commit(store, first)
    await commit(store, running)
    const token = running.operation.token ?? ''
    await commit(store, following(running.operation, { type: 'checkpoint', token, steps: [], checkpoint: { at: 3 } }))
    await commit(store, complete(running.operation))

    expect(await store.operation('op')).toMatchObject({ state: 'success', checkpoint: { at: 3 }, version: 3 })
  })

  test('progress is stored only for the attempt that holds the lease', async () => {
    const store = await open()
    const first = created('op')
    const running = begin(first.operation)
    await commit(store, first)
    await commit(store, running)
    const progress = { fraction: 0.5, current: null, total: null, unit: null, stage: null, message: null }
    await store.saveProgress([{ operationId: 'op', token: 'another', progress: { ...progress, fraction: 1 } }])
    await store.saveProgress([{ operationId: 'op', token: running.operation.token ?? '', progress }])

    expect(await store.operation('op')).toMatchObject({ progress, version: 2 })
  })
})

describe.each(STORES)('a dispatcher that joins the commits of the $name store', ({ open }) => {
  test('is told of the accepted changes of one turn at once, and comes after the events', async () => {
    const store = await open()
    const told: string[] = []
    store.onEvents((events) => told.push(`events ${events.length}`))
    store.joinCommits({
      onCommit: (_tx, dispatched) => {
        told.push(`inside ${dispatched.map(({ operation, intent }) => `${operation.id} ${intent.kind}`).join(', ')}`)
        return () => told.push('after')
      },
    })
    const answers = await Promise.all([commit(store, created('a')), commit(store, created('b'), created('b'))])

    expect(answers).toEqual([['committed'], ['committed', 'duplicate']])
    expect(told).toEqual(['inside a enqueue, b enqueue', 'events 2', 'after'])
  })

  test('takes a change down with it and spares its neighbours', async () => {
    const store = await open()
    const refusing = async (_tx: unknown, dispatched: readonly Dispatched[]) => {
      if (dispatched.some(({ operation }) => operation.id === 'poison')) throw new Error('no')
      return () => undefined
    }
    store.joinCommits({ onCommit: refusing })

    expect(await commit(store, created('a'), created('poison'), created('b'))).toEqual(['committed', 'rejected', 'committed'])
    expect(await store.operation('poison')).toBeNull()
    expect((await store.operations(['a', 'b', 'poison'])).map(({ id }) => id).sort()).toEqual(['a', 'b'])
    expect(await store.count({})).toBe(2)
  })
})

describe.each(STORES)('the log of the $name store', ({ open }) => {
  test('gives what comes after a place, in the order of the commits', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'op')
    await finished(store, 'other')
    const all = await store.readLog({ after: start, limit: 100 })
    const own = await store.readLog({ after: start, limit: 2, operationId: 'other' })

    expect(all.map(({ type }) => type)).toEqual([...LIFE, ...LIFE])
    expect(own.map(({ operationId, type }) => [operationId, type])).toEqual([
      ['other', 'created'],
      ['other', 'attempt_started'],
    ])
    expect(store.head().position).toBe(all.at(-1)?.position)
    expect(await store.readLog({ after: store.head(), limit: 1 })).toEqual([])
  })

  test('refuses places of another log, beyond the head and before what was trimmed', async () => {
    const store = await open()
    const start = store.head()
    await finished(store, 'op')
    const { epoch, position } = store.head()
    const expired = (after: { epoch: string; position: number }) =>
      expect(store.readLog({ after, limit: 1 })).rejects.toBeInstanceOf(CursorExpiredError)

    await expired({ epoch: 'ffffffff', position })
    await expired({ epoch, position: position + 1 })
    expect(await store.trimLog(T0 + 1, 100)).toBe(3)
    await expired(start)
    expect(store.head()).toEqual({ epoch, position })
    expect(await store.readLog({ after: { epoch, position }, limit: 1 })).toEqual([])
  })
})

const LIFE = ['created', 'attempt_started', 'succeeded']
