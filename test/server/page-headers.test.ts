import { expect, test } from 'vitest'
import { startGuarded } from './auth/guarded-server.ts'

const PAGES = [
  '/',
  '/graphql',
  '/graphiql/graphiql.js',
  '/graphiql/editorWorkerService.worker.js',
  '/api/recovery/docs',
  '/api/recovery/openapi.json',
]

test.each(PAGES)('%s lets no other page load, frame, open or use it', async (path) => {
  const { url } = await startGuarded()
  const { headers } = await fetch(url + path, { headers: { accept: 'text/html' } })
  const policy = (headers.get('content-security-policy') ?? '').split('; ')
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]),
  )
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
})

test('no page may run a script that stands in it, or one from elsewhere', async () => {
  const { url } = await startGuarded()
  for (const path of PAGES) {
    const { headers } = await fetch(url + path, { headers: { accept: 'text/html' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? "'self'").toBe("'self'")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
  }
})
