import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const MAIN = fileURLToPath(new URL('../../examples/decorators/main.ts', import.meta.url))

test('the example of decorated methods runs as it stands, and does what it says', async () => {
  const database = join(await tempFolder(), 'recovery.db')
  const args = ['--disable-warning=ExperimentalWarning', MAIN, database]

  const { stdout, stderr } = await promisify(execFile)(process.execPath, args)

  expect(stderr).toBe('')
  const url = 'https://hub.example/tiny.safetensors'
  expect(stdout.trim().split('\n')).toEqual([
    ...Array.from({ length: 3 }, () => `downloading ${url}`),
    'installed tiny (4096 bytes, in attempt 3)',
    'its licence: not known',
    'stored: models.install success after 2 failed attempts',
  ])
})
