import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { retentionOf } from '../../src/config/retention.ts'
import { tempFolder } from '../support/temp-folder.ts'

const DAY = 86_400_000

async function load(env: Record<string, string>) {
  const loaded = await loadConfig({ argv: [], env, cwd: await tempFolder() })
  if (loaded.wants !== 'server') throw new Error('A server was wanted')
  return retentionOf(loaded.config)
}

test('states that have no period of their own follow the default', async () => {
  expect(await load({ RECOVERY_RETENTION: '10d', RECOVERY_RETENTION_SUCCESS: '2d', RECOVERY_RETENTION_CANCELLED: '60' })).toEqual(
    {
      operations: { default: 10 * DAY, success: 2 * DAY, cancelled: 60_000 },
      events: 7 * DAY,
    },
  )
})

test('a period that is none is refused with its name', async () => {
  await expect(load({ RECOVERY_RETENTION_FAILED: 'soon' })).rejects.toThrow(
    /RECOVERY_RETENTION_FAILED is "soon"; allowed: a text such as "500ms"/,
  )
})
