import { expect, test } from 'vitest'
import type { Dashboard } from '../../src/server/dashboard.ts'
import { startBlock } from '../../src/server/start-block.ts'

const NO_FILE = Buffer.alloc(0)
const DASHBOARD: Dashboard = {
  page: { type: '', etag: '', plain: NO_FILE, brotli: NO_FILE, gzip: NO_FILE },
  assets: new Map(),
}

const REPORT = {
  version: '1.2.3',
  url: 'http://127.0.0.1:4000',
  dashboard: DASHBOARD,
  access: 'programs of this machine only',
  store: 'sqlite:./data/recovery.db',
  functions: { builtIn: ['download'], own: [] },
  takenUp: { interrupted: 0, waiting: 0, unknown: [] },
}

test('a first start names the addresses, the store and the functions', () => {
  expect(startBlock(REPORT)).toBe(`
  Recoverable 1.2.3

  Dashboard  http://127.0.0.1:4000/
  GraphQL    http://127.0.0.1:4000/graphql  (HTTP, WebSocket, server-sent events; GraphiQL in a browser)
  REST       http://127.0.0.1:4000/api/recovery/docs  (what there is; socket.io events at http://127.0.0.1:4000/socket.io/)
  Health     http://127.0.0.1:4000/healthz  http://127.0.0.1:4000/readyz
  Open to    programs of this machine only
  Store      sqlite:./data/recovery.db
  Functions  download
  Taken up   nothing was left to do

`)
})

test('a dashboard that is not there is not named as if it were', () => {
  expect(startBlock({ ...REPORT, dashboard: 'not built' })).toContain(
    '  Dashboard  not built; http://127.0.0.1:4000/ says what to do\n',
  )
  expect(startBlock({ ...REPORT, dashboard: 'off' })).not.toContain('Dashboard')
})

test('functions of ones own are listed with the file that they came from', () => {
  const own = [
    { file: 'my-functions.ts', names: ['send_report', 'import_order'] },
    { file: 'empty.mjs', names: [] },
  ]
  const block = startBlock({ ...REPORT, functions: { builtIn: ['download'], own } })
  expect(block).toContain(
    [
      '  Functions  download',
      '             send_report, import_order  (from my-functions.ts)',
      '             none  (from empty.mjs)',
      '',
    ].join('\n'),
  )
})

test('a later start says what was taken up and what was kept', () => {
  const unknown = [{ functionName: 'old_thing', operations: 3 }]
  const block = startBlock({ ...REPORT, takenUp: { interrupted: 2, waiting: 14, unknown } })
  expect(block).toContain('Taken up   14 operations, 2 of them interrupted\n')
  expect(block).toContain('Kept       3 operations of "old_thing", which is not registered here\n')
})

test('one operation is not called operations', () => {
  expect(startBlock({ ...REPORT, takenUp: { interrupted: 0, waiting: 1, unknown: [] } })).toContain('Taken up   1 operation\n')
})
