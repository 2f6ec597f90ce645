import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Dashboard, loadDashboard } from '../../src/server/dashboard.ts'
import { builtDashboard } from '../support/built-dashboard.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { send } from './raw-http.ts'
import { startTestServer } from './test-server.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const FOLDER = await builtDashboard()
const DASHBOARD = (await loadDashboard(FOLDER)) as Dashboard

const serve = (options: Parameters<typeof startTestServer>[0] = {}) => startTestServer({ dashboard: DASHBOARD, ...options })

/** The addresses of the files that the page itself names. */
const namedBy = (page: string) => [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address as string)

test.each([
  '/',
  '/?state=FAILED',
  '/operations',
  '/operations/',
  '/operations/op_1',
  '/operations/%2F..%2F',
  '/circuit-breakers',
  '/functions',
  '/functions/send%20report',
  '/settings',
  '/diagnostics',
  '/downloads',
  '/audit',
])('a browser that opens %s gets the dashboard', async (path) => {
  const { port } = await serve()
  const { status, headers, body } = await send(port, { path, headers: BROWSER })
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
  expect(body).toContain('<div id="app"></div>')
})

test.each(['/nothing', '/operations/a/b', '/index.html', '/settings/x', '//operations'])(
  'a browser that opens %s gets the dashboard with 404, to say that there is nothing',
  async (path) => {
    const { port } = await serve()
    const { status, headers, body } = await send(port, { path, headers: BROWSER })
    expect([status, headers['content-type'], headers.etag]).toEqual([404, 'text/html; charset=utf-8', undefined])
    expect(body).toContain('<div id="app"></div>')
  },
)

test.each(['application/json', '*/*', undefined])('a program that accepts %s gets JSON as ever', async (accept) => {
  const { port } = await serve()
  const headers = accept === undefined ? {} : { accept }
  expect(JSON.parse((await send(port, { path: '/', headers })).body)).toMatchObject({
    product: 'recoverable',
    graphql: '/graphql',
  })
  const page = await send(port, { path: '/operations', headers })
  expect([page.status, JSON.parse(page.body).code]).toEqual([404, 'NOT_FOUND'])
})

test('the page names only files of this server, which are kept for good', async () => {
  const { port } = await serve()
  const named = namedBy((await send(port, { path: '/', headers: BROWSER })).body)
  expect(named.filter((address) => !/^\/assets\/[\w-]+\.(js|css|svg)$/.test(address))).toEqual([])
  expect(named.some((address) => address.endsWith('.js'))).toBe(true)
  for (const path of named) {
    const { status, headers } = await send(port, { path })
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' })
  }
})

test('a script is sent as the browser takes it: by Brotli, by gzip, or as it is', async () => {
  const { port } = await serve()
  const path = namedBy(DASHBOARD.page.plain.toString()).find((address) => address.endsWith('.js')) as string
  const sent = async (coding: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': coding } })
    return { coding: response.headers.get('content-encoding'), vary: response.headers.get('vary'), code: await response.text() }
  }
  const plain = await sent('identity')
  expect(plain).toMatchObject({ coding: null, vary: 'accept-encoding' })
  expect(await sent('gzip, deflate, br, zstd')).toEqual({ ...plain, coding: 'br' })
  expect(await sent('gzip, br;q=0')).toEqual({ ...plain, coding: 'gzip' })
  expect(await sent('gzip;q=0.0, *')).toEqual(plain)
})

test('every file of the build is compressed to what it is', () => {
  for (const { plain, brotli, gzip } of [DASHBOARD.page, ...DASHBOARD.assets.values()]) {
    expect(brotliDecompressSync(brotli)).toEqual(plain)
    expect(gunzipSync(gzip)).toEqual(plain)
  }
})

test('a browser that has the page or a file is not sent it again', async () => {
  const { port } = await serve()
  for (const path of ['/', namedBy(DASHBOARD.page.plain.toString())[0]] as string[]) {
    const { etag } = (await send(port, { path, headers: BROWSER })).headers
    const again = await send(port, { path, headers: { ...BROWSER, 'if-none-match': `"other", ${etag}` } })
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag } })
    const changed = await send(port, { path, headers: { ...BROWSER, 'if-none-match': '"other"' } })
    expect(changed.status).toBe(200)
  }
})

test('HEAD is answered without a body, and other methods are refused', async () => {
  const { port } = await serve()
  for (const path of ['/operations', namedBy(DASHBOARD.page.plain.toString())[0]] as string[]) {
    const head = await send(port, { method: 'HEAD', path, headers: BROWSER })
    expect(head).toMatchObject({ status: 200, body: '' })
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100)
    expect((await send(port, { method: 'POST', path, headers: BROWSER })).status).toBe(405)
  }
})

test.each(['', '..%2findex.html', '../index.html', '../inputs.txt', 'constructor', 'x.js', '%2e%2e/manifest.json'])(
  'there is no file at /assets/%s',
  async (name) => {
    const { port } = await serve()
    const { status, body } = await send(port, { path: `/assets/${name}`, headers: BROWSER })
    expect([status, JSON.parse(body).code]).toEqual([404, 'NOT_FOUND'])
  },
)

test('the policy of the page allows what is of this server alone, and no text where a script belongs', async () => {
  const { port } = await serve()
  const { headers } = await send(port, { path: '/', headers: BROWSER })
  expect((headers['content-security-policy'] as string).split('; ')).toEqual([
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
})

test('the built page holds no script and no style of its own', () => {
  const page = DASHBOARD.page.plain.toString()
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=|data:/)
})

test('the page is there while the server starts and stops', async () => {
  const { port } = await serve({ open: false })
  expect((await send(port, { path: '/operations', headers: BROWSER })).status).toBe(200)
})

test('a page from elsewhere does not get it, and a person who follows a link does', async () => {
  const { port } = await serve()
  const foreign = { ...BROWSER, 'sec-fetch-site': 'cross-site' }
  expect((await send(port, { path: '/', headers: foreign })).status).toBe(403)
  const followed = { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  expect((await send(port, { path: '/operations', headers: followed })).status).toBe(200)
})

test('switched off, there is a page of links, and nothing more', async () => {
  const { port } = await serve({ dashboard: 'off' })
  const index = await send(port, { path: '/', headers: BROWSER })
  expect(index.body).toContain('<a href="/graphql">')
  expect(index.body).not.toMatch(/dashboard/i)
  expect((await send(port, { path: '/operations', headers: BROWSER })).status).toBe(404)
  expect((await send(port, { path: namedBy(DASHBOARD.page.plain.toString())[0] as string })).status).toBe(404)
})

test('where it is not built, the page of links says what to do', async () => {
  const { port } = await serve({ dashboard: await loadDashboard(await tempFolder()) })
  const { status, body } = await send(port, { path: '/', headers: BROWSER })
  expect(status).toBe(200)
  expect(body).toContain('The dashboard is not built on this server. Run <code>npm ci --include=optional</code>')
  expect((await send(port, { path: '/operations', headers: BROWSER })).status).toBe(404)
})

test('a later build changes nothing for a running server', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, 'assets'))
  for (const name of ['index.html', 'assets/a.js']) {
    for (const ending of ['', '.br', '.gz']) await writeFile(join(folder, name + ending), 'first')
  }
  const { port } = await serve({ dashboard: await loadDashboard(folder) })
  for (const name of ['index.html', 'assets/a.js']) await writeFile(join(folder, name), 'second')
  expect((await send(port, { path: '/', headers: BROWSER })).body).toBe('first')
  expect((await send(port, { path: '/assets/a.js' })).body).toBe('first')
})
