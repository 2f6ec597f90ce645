import { expect, test } from 'vitest'
import { connect, story } from '../server/socketio/socketio-server.ts'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'

const START = `mutation { startOperation(input: {
  functionName: "download", id: "mine", runAt: "2999-01-01T00:00:00Z", input: { url: "https://example.com/a", destination: "a" }
}) { __typename } }`
const CANCEL = 'mutation { cancelOperation(input: { id: "mine" }) { __typename } }'

async function ask(url: string, query: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
  expect(response.status).toBe(200)
}

test('a listener of the old kind comes back by itself after a restart of the server, and goes on listening', async () => {
  const folder = await tempFolder()
  const first = startServerProcess(folder)
  const url = await first.started()
  const client = await connect(url, { reconnection: true, reconnectionAttempts: 50, reconnectionDelay: 200 })
  await ask(url, START)
  await client.until('recovery_update', 1)
  first.child.kill('SIGTERM')
  expect(await first.exited).toBe(0)

  const second = startServerProcess(folder, { PORT: new URL(url).port })
  expect(await second.started()).toBe(url)
  await client.until('connected', 2)
  expect(await client.socket.emitWithAck('subscribe_recovery', { operation_id: 'mine' })).toEqual({ success: true })
  await ask(url, CANCEL)
  await client.until('recovery_completed', 1)
  expect(story(client, 'mine')).toEqual(['pending 0', 'pending 0', 'cancelled 0', 'cancelled!'])
})
