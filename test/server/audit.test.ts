import { serverAudits } from 'graphql-http'
import { expect, test } from 'vitest'
import { startTestServer } from './test-server.ts'

test('the server passes every audit of GraphQL over HTTP', async () => {
  const { url } = await startTestServer()
  const audits = serverAudits({ url: `${url}/graphql`, fetchFn: fetch })
  const results = await Promise.all(audits.map((audit) => audit.fn()))
  const failed = results.filter(({ status }) => status !== 'ok')
  expect(failed.map(({ name, status }) => `${status}: ${name}`)).toEqual([])
  expect(results).toHaveLength(61)
})
