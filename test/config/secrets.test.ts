import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/schema.ts'
import { usage } from '../../src/config/usage.ts'

// A folder without configuration files.
const cwd = import.meta.dirname

async function load(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []) {
  const loaded = await loadConfig({ argv, env, cwd })
  if (loaded.wants !== 'server') throw new Error(`${loaded.wants} was asked for`)
  return loaded
}

async function config(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []): Promise<Config> {
  return (await load(env, argv)).config
}

async function problems(env: NodeJS.ProcessEnv = {}, argv: readonly string[] = []): Promise<readonly string[]> {
  const error = await load(env, argv).catch((thrown: unknown) => thrown)
  if (!(error instanceof ConfigError)) throw new Error('the configuration was accepted')
  return error.problems
}

const KEY = Buffer.alloc(32, 7).toString('base64')

test('an encryption key is read from the environment, and several are', async () => {
  expect(await config({ RECOVERY_ENCRYPTION_KEY: ` new:${KEY}, ${KEY}` })).toMatchObject({ encryptionKey: `new:${KEY}, ${KEY}` })
})

test.each([
  ['is too short', KEY.slice(4)],
  ['is no base64', `${KEY.slice(0, 40)}!!!`],
  ['has the id of another', `a:${KEY},a:${KEY}`],
  ['has an id with other signs', `a b:${KEY}`],
])('an encryption key that %s is refused without being shown', async (_what, value) => {
  const [problem, ...others] = await problems({ RECOVERY_ENCRYPTION_KEY: value })

  expect(others).toEqual([])
  expect(problem).toBe(
    'RECOVERY_ENCRYPTION_KEY is not as it must be; allowed: <id>:<32 bytes in base64>, several with commas between them (the first encrypts)',
  )
})

test.each([
  ['--encryption-key', 'RECOVERY_ENCRYPTION_KEY'],
  ['--jwt-secret', 'RECOVERY_JWT_SECRET'],
])('%s is no flag, and the help offers none', async (flag, variable) => {
  expect(await problems({}, [flag, KEY, '--port', '1'])).toEqual([
    `${flag} would be seen by all who can list processes; set ${variable} instead`,
  ])
  expect(usage()).toContain(variable)
  expect(usage()).not.toContain(`${flag} `)
})

test('names to redact are lists, and a name without a letter or digit is refused', async () => {
  const read = await config({ RECOVERY_REDACT: 'iban, *pin*', RECOVERY_REDACT_EXCEPT: 'max_token' })
  expect(read).toMatchObject({ redact: ['iban', '*pin*'], redactExcept: ['max_token'] })
  expect(await problems({ RECOVERY_REDACT: '*' })).toHaveLength(1)
})
