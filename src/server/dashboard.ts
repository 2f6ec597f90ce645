import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { acceptsCoding, hasVersion } from './content-coding.ts'
import { pageHeaders } from './page-headers.ts'

/** Where the files of the page lie, as the built page names them. */
export const ASSETS_PREFIX = '/assets/'

/** One file of the built dashboard, in memory. */
interface BuiltFile {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly brotli: Buffer
  readonly gzip: Buffer
}

/** The built dashboard, in memory: its page, and the files that the page loads, by their names. */
export interface Dashboard {
  readonly page: BuiltFile
  readonly assets: ReadonlyMap<string, BuiltFile>
}

/** What a server has of it. */
export type ServedDashboard = Dashboard | 'not built' | 'off'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// Styles that scripts set on single elements need no permission, and `'self'` covers WebSockets to this server.
const HEADERS = pageHeaders({
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
})

// Addresses that the page answers itself, each with an optional slash at its end; `*` is an id or a name.
const PAGES = [
  '',
  '/operations',
  '/operations/*',
  '/circuit-breakers',
  '/functions',
  '/functions/*',
  '/settings',
  '/diagnostics',
  '/downloads',
  '/audit',
]
const PAGE_PATH = new RegExp(`^(?:${PAGES.map((page) => page.replace('*', '[^/]+')).join('|')})/?$`)

/** Reads a built dashboard as a whole, so that a later build changes nothing for a running server. */
export async function loadDashboard(folder: string): Promise<Dashboard | 'not built'> {
  try {
    const page = await load(folder, 'index.html')
    const names = (await readdir(join(folder, 'assets'))).filter((name) => Object.hasOwn(TYPES, extname(name)))
    const assets = await Promise.all(names.map(async (name) => [name, await load(join(folder, 'assets'), name)] as const))
    return { page, assets: new Map(assets) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'not built'
    throw error
  }
}

async function load(folder: string, name: string): Promise<BuiltFile> {
  const [plain, brotli, gzip] = (await Promise.all(
    ['', '.br', '.gz'].map((ending) => readFile(join(folder, name + ending))),
  )) as [Buffer, Buffer, Buffer]
  const type = TYPES[extname(name)] as string
  // Weak: it stands for all encodings.
  return { type, etag: `W/"${createHash('sha256').update(plain).digest('base64url')}"`, plain, brotli, gzip }
}

/** Whether the page has something to show at an address. */
export function isPagePath(path: string): boolean {
  return PAGE_PATH.test(path)
}

/** Sends the page, which shows by its address what is wanted; with 404 where it will say that there is nothing. */
export function sendDashboardPage(request: IncomingMessage, response: ServerResponse, { page }: Dashboard, path: string): void {
  const headers = { ...HEADERS, 'cache-control': 'no-cache', vary: 'accept, accept-encoding' }
  sendFile(request, response, page, isPagePath(path) ? 200 : 404, headers)
}

/** Sends a file of the page; answers false when there is no such file. */
export function sendDashboardAsset(
  request: IncomingMessage,
  response: ServerResponse,
  { assets }: Dashboard,
  path: string,
): boolean {
  const file = assets.get(path.slice(ASSETS_PREFIX.length))
  if (file === undefined) return false
  // Another content would have another name.
  const caching = { 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }
  sendFile(request, response, file, 200, { ...pageHeaders(), ...caching })
  return true
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: BuiltFile,
  status: number,
  headers: Readonly<Record<string, string>>,
): void {
  if (status === 200 && hasVersion(request, file.etag)) {
    response.writeHead(304, { ...headers, etag: file.etag }).end()
    return
  }
  const [body, coding] = encoded(request, file)
  response
    .writeHead(status, {
      ...headers,
      ...(status === 200 && { etag: file.etag }),
      ...(coding !== null && { 'content-encoding': coding }),
      'content-type': file.type,
      'content-length': body.length,
    })
    .end(body)
}

function encoded(request: IncomingMessage, { plain, brotli, gzip }: BuiltFile): readonly [Buffer, string | null] {
  if (acceptsCoding(request, 'br')) return [brotli, 'br']
  return acceptsCoding(request, 'gzip') ? [gzip, 'gzip'] : [plain, null]
}
