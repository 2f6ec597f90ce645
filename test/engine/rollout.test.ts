import { expect, test } from 'vitest'
import { testEngine } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0 } as const

function failing() {
  const work = Object.assign(
    async () => {
      work.calls++
      throw new Error('original')
    },
    { calls: 0 },
  )
  return work
}

test('switched off, a call is made once and its own error escapes', async () => {
  const { recoverable } = testRecoverable()
  const work = failing()

  await expect(recoverable(work, { ...AT_ONCE, enabled: false })()).rejects.toThrow(/^original$/)
  expect(work.calls).toBe(1)
})

test('each call asks anew whether it is on', async () => {
  const { recoverable } = testRecoverable()
  const work = failing()
  let enabled = false
  const wrapped = recoverable(work, { ...AT_ONCE, enabled: () => enabled })

  await expect(wrapped()).rejects.toThrow(/^original$/)
  enabled = true
  await expect(wrapped()).rejects.toMatchObject({ attempts: 4 })
  expect(work.calls).toBe(5)
})

test('a switch that throws counts as on', async () => {
  const { recoverable } = testRecoverable()
  const broken = () => {
    throw new Error('no flags today')
  }

  await expect(recoverable(failing(), { ...AT_ONCE, enabled: broken })()).rejects.toMatchObject({ attempts: 4 })
})

test('a switch that answers a promise counts as on, whatever that comes to', async () => {
  const { recoverable } = testRecoverable()
  const late = (() => Promise.reject(new Error('too late'))) as unknown as () => boolean

  await expect(recoverable(failing(), { ...AT_ONCE, enabled: late })()).rejects.toMatchObject({ attempts: 4 })
})

test('where everything is switched off a function may switch itself on', async () => {
  const { recoverable } = testRecoverable({ enabled: false })

  await expect(recoverable(failing(), AT_ONCE)()).rejects.toThrow(/^original$/)
  await expect(recoverable(failing(), { ...AT_ONCE, enabled: true })()).rejects.toMatchObject({ attempts: 4 })
})

test('what is switched off in a Recovery leaves no record, and the status tells it', async () => {
  const { recovery } = await testEngine({ enabled: false })
  const wrapped = recovery.recoverable(failing(), { name: 'off', persistence: 'always' })

  await expect(wrapped()).rejects.toThrow(/^original$/)
  expect(await recovery.count({})).toBe(0)
  expect(await recovery.status()).toMatchObject({ enabled: false })
})

test('a function that answers or throws at once is promise-returning when it is switched off, too', async () => {
  const { recoverable } = testRecoverable({ enabled: false })
  const odd = recoverable((value: number) => {
    if (value < 0) throw new Error('negative')
    return value
  })

  await expect(odd(1)).resolves.toBe(1)
  await expect(odd(-1)).rejects.toThrow('negative')
})
