import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadConfig } from '../../src/config/load.ts'

const HASH = `sha256-${'a'.repeat(43)}`
const OTHER = `sha256-${'b'.repeat(43)}`
const SECRET = 'a secret of more than thirty-two bytes'

async function load(env: NodeJS.ProcessEnv) {
  const loaded = await loadConfig({ argv: [], env, cwd: import.meta.dirname })
  if (loaded.wants !== 'server') throw new Error(`${loaded.wants} was asked for`)
  return loaded.config
}

async function problems(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const error = await load(env).catch((thrown: unknown) => thrown)
  if (!(error instanceof ConfigError)) throw new Error('the configuration was accepted')
  return error.problems
}

test('callers are read as name, role and hash', async () => {
  const { tokens } = await load({ RECOVERY_TOKENS: ` ada:admin:${HASH}, ci bot@x:viewer:${OTHER},` })
  expect(tokens).toEqual([
    { name: 'ada', role: 'admin', hash: HASH },
    { name: 'ci bot@x', role: 'viewer', hash: OTHER },
  ])
})

test.each([
  ['two parts', `ada:${HASH}`, 'Entry 1 does not have these three parts'],
  ['four parts', `ada:admin:x:${HASH}`, 'Entry 1 does not have these three parts'],
  ['no name', `:admin:${HASH}`, 'Entry 1 has a name'],
  ['a name with a line break', `a\nb:admin:${HASH}`, 'Entry 1 has a name'],
  ['an unknown role', `ada:root:${HASH}`, 'unknown role; roles are viewer, operator, admin'],
  ['a short hash', `ada:admin:${HASH.slice(0, -1)}`, 'Entry 1 has a hash'],
  ['the token in place of its hash', `ada:admin:rcv_${'a'.repeat(43)}`, 'Entry 1 has a hash'],
  ['a weak hash', `ada:admin:md5-${'a'.repeat(22)}`, 'Entry 1 has a hash'],
  ['a name twice', `ada:admin:${HASH},ada:viewer:${OTHER}`, 'Entry 2 repeats a name'],
  ['a hash twice', `ada:admin:${HASH},bob:viewer:${HASH}`, 'Entry 2 repeats a hash'],
])('%s is refused, and not shown', async (_what, text, told) => {
  const [problem, ...others] = await problems({ RECOVERY_TOKENS: text })
  expect(others).toEqual([])
  expect(problem).toMatch(/^RECOVERY_TOKENS is not as it must be; allowed: /)
  expect(problem).toContain(told)
  for (const part of text.split(/[:,]/).filter((shown) => shown.length > 20)) expect(problem).not.toContain(part)
})

test('every faulty caller is told in one start', async () => {
  expect(await problems({ RECOVERY_TOKENS: `x,ada:admin:${HASH},y` })).toHaveLength(2)
})

test('with tokens or signed ones another host is accepted', async () => {
  const host = { HOST: '0.0.0.0' }
  expect(await load({ ...host, RECOVERY_TOKENS: `ada:admin:${HASH}` })).toMatchObject({ host: '0.0.0.0' })
  expect(await load({ ...host, RECOVERY_JWT_SECRET: SECRET })).toMatchObject({ host: '0.0.0.0' })
  expect(await load({ ...host, RECOVERY_JWT_PUBLIC_KEY: './key.pem' })).toMatchObject({ host: '0.0.0.0' })
})

test('a short secret is refused, and not shown', async () => {
  expect(await problems({ RECOVERY_JWT_SECRET: 'hunter2' })).toEqual([
    'RECOVERY_JWT_SECRET is not as it must be; allowed: a text of at least 32 bytes',
  ])
})

test('a secret and a public key exclude each other', async () => {
  expect(await problems({ RECOVERY_JWT_SECRET: SECRET, RECOVERY_JWT_PUBLIC_KEY: './key.pem' })).toEqual([
    expect.stringContaining('RECOVERY_JWT_SECRET and RECOVERY_JWT_PUBLIC_KEY exclude each other'),
  ])
})

test.each(['RECOVERY_JWT_ISSUER', 'RECOVERY_JWT_AUDIENCE'])('%s without a key is refused', async (name) => {
  expect(await problems({ [name]: 'x' })).toEqual([expect.stringContaining(`${name} says whose tokens are taken, but none are`)])
  expect(await load({ [name]: 'x', RECOVERY_JWT_SECRET: SECRET })).toBeDefined()
})
