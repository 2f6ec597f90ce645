import type { ServedDashboard } from './dashboard.ts'

/** What a person wants to know when the server has started. */
export interface StartReport {
  readonly version: string
  readonly url: string
  readonly dashboard: ServedDashboard
  /** Who may ask. */
  readonly access: string
  readonly store: string
  readonly functions: {
    readonly builtIn: readonly string[]
    /** By the file that they came from. */
    readonly own: readonly { readonly file: string; readonly names: readonly string[] }[]
  }
  readonly takenUp: {
    readonly interrupted: number
    readonly waiting: number
    readonly unknown: readonly { readonly functionName: string; readonly operations: number }[]
  }
}

/** The block of text that a start prints. */
export function startBlock({ version, url, dashboard, access, store, functions, takenUp }: StartReport): string {
  const rows = [
    ...dashboardRows(dashboard, url),
    ['GraphQL', `${url}/graphql  (HTTP, WebSocket, server-sent events; GraphiQL in a browser)`],
    ['REST', `${url}/api/recovery/docs  (what there is; socket.io events at ${url}/socket.io/)`],
    ['Health', `${url}/healthz  ${url}/readyz`],
    ['Open to', access],
    ['Store', store],
    ['Functions', functions.builtIn.join(', ')],
    ...functions.own.map(({ file, names }) => ['', `${names.join(', ') || 'none'}  (from ${file})`]),
    ['Taken up', takenUpText(takenUp)],
    ...takenUp.unknown.map(({ functionName, operations }) => [
      'Kept',
      `${count(operations)} of "${functionName}", which is not registered here`,
    ]),
  ]
  return ['', `  Recoverable ${version}`, '', ...rows.map(([name = '', value]) => `  ${name.padEnd(11)}${value}`), '', ''].join(
    '\n',
  )
}

function dashboardRows(dashboard: ServedDashboard, url: string): readonly (readonly string[])[] {
  if (dashboard === 'off') return []
  return [['Dashboard', dashboard === 'not built' ? `not built; ${url}/ says what to do` : `${url}/`]]
}

function takenUpText({ interrupted, waiting }: StartReport['takenUp']): string {
  if (waiting === 0) return 'nothing was left to do'
  return interrupted === 0 ? count(waiting) : `${count(waiting)}, ${interrupted} of them interrupted`
}

function count(operations: number): string {
  return operations === 1 ? '1 operation' : `${operations} operations`
}
