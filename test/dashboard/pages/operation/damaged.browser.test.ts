import { join } from 'node:path'
import Database from 'better-sqlite3'
import { test } from 'vitest'
import { dashboardServer } from '../../../support/browser/dashboard-server.ts'
import { openOperation, openScripted, part, state } from './opened-operation.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')

test('a part of an operation that cannot be decrypted is told in its place, and hides no other', async () => {
  const server = await dashboardServer({ env: { RECOVERY_ENCRYPTION_KEY: KEY } })
  const script = [
    { do: 'step', name: 'fetch', output: 'a secret' },
    { do: 'answer', result: 'done' },
  ] as const
  const before = await openScripted(server, { id: 'damaged', script })
  await part(before, 'Steps').getByText('fetch').waitFor()
  await before.close()
  await server.kill()
  const database = new Database(join(server.folder, 'recovery.db'))
  database.exec('update recovery_steps set output = (select input from recovery_operations)')
  database.close()
  await server.start()

  const page = await openOperation(server, 'damaged')
  await state(page, 'Success')
  await part(page, 'Steps').getByRole('alert').getByText('The steps could not be read').waitFor()
  await part(page, 'Attempts').getByText('#1').waitFor()
  await part(page, 'Result').getByText('done').waitFor()
  await part(page, 'Event log').getByText('Succeeded').waitFor()
})
