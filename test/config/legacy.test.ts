import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'

const cwd = import.meta.dirname

async function store(env: NodeJS.ProcessEnv, argv: readonly string[] = []): Promise<string> {
  const loaded = await loadConfig({ argv, env, cwd })
  if (loaded.wants !== 'server') throw new Error(`${loaded.wants} was asked for`)
  return loaded.config.store
}

test('the old path names an SQLite file', async () => {
  expect(await store({ RECOVERY_PERSISTENCE_PATH: '/var/lib/recovery.db' })).toBe('sqlite:/var/lib/recovery.db')
})

test('persistence switched off is the store in memory', async () => {
  expect(await store({ RECOVERY_PERSISTENCE_ENABLED: 'false' })).toBe('memory:')
})

test('persistence switched on changes nothing', async () => {
  expect(await store({ RECOVERY_PERSISTENCE_ENABLED: 'TRUE' })).toBe('sqlite:./data/recovery.db')
})

test('old and new names may agree', async () => {
  expect(await store({ RECOVERY_STORE: 'sqlite:a.db', RECOVERY_PERSISTENCE_PATH: 'a.db' })).toBe('sqlite:a.db')
  expect(await store({ RECOVERY_STORE: 'memory:', RECOVERY_PERSISTENCE_ENABLED: '0' })).toBe('memory:')
})

test('a flag settles it', async () => {
  expect(await store({ RECOVERY_PERSISTENCE_PATH: 'a.db' }, ['--store', 'sqlite:b.db'])).toBe('sqlite:b.db')
})

test.each([
  { RECOVERY_STORE: 'sqlite:a.db', RECOVERY_PERSISTENCE_PATH: 'b.db' },
  { RECOVERY_STORE: 'sqlite:a.db', RECOVERY_PERSISTENCE_ENABLED: 'false' },
  { RECOVERY_PERSISTENCE_PATH: 'a.db', RECOVERY_PERSISTENCE_ENABLED: 'false' },
])('variables that name different stores stop the start: %o', async (env) => {
  await expect(store(env)).rejects.toThrow('name different stores')
})

test('persistence demanded and a store in memory stop the start', async () => {
  await expect(store({ RECOVERY_STORE: 'memory:', RECOVERY_PERSISTENCE_ENABLED: 'true' })).rejects.toThrow(
    'RECOVERY_PERSISTENCE_ENABLED is true, but RECOVERY_STORE is "memory:"',
  )
})

test('a switch that is neither on nor off stops the start, and other faults are still named', async () => {
  await expect(store({ RECOVERY_PERSISTENCE_ENABLED: 'maybe', PORT: 'x' })).rejects.toMatchObject({
    problems: ['RECOVERY_PERSISTENCE_ENABLED is "maybe"; allowed: true or false', expect.stringContaining('PORT is "x"')],
  })
})
