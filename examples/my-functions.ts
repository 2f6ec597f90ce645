// Functions of your own for the server:
//
//   npm start -- --functions ./examples/my-functions.ts
//
// or RECOVERY_FUNCTIONS=./examples/my-functions.ts, or "functions" in the configuration file. Then start one of them by
// GraphQL: startOperation(input: { functionName: "send_report", input: { to: "ada@example.com", rows: 3 } }).
import type { Context, Recovery } from 'recoverable'

interface ReportInput {
  readonly to: string
  readonly rows: number
}

/** Called once, before anything runs. It may be async, to connect to a database, say. */
export function register(recovery: Recovery): void {
  recovery.define('send_report', sendReport, {
    description: 'Collects rows and mails them as a report.',
    maxRetries: 3,
    initialDelay: '500ms',
    timeout: '1m',
  })
}

async function sendReport({ to, rows }: ReportInput, ctx: Context) {
  // A step runs once: an attempt after a failure, or after a restart of the server, gets what it answered.
  const report = await ctx.step('collect', () => collect(rows, ctx))
  const sent = await ctx.step('send', () => send(to, report))
  return { ...sent, rows: report.length }
}

function collect(rows: number, ctx: Context): readonly string[] {
  return Array.from({ length: rows }, (_, row) => {
    ctx.progress({ current: row + 1, total: rows, unit: 'rows', stage: 'collecting' })
    return `row ${row + 1}`
  })
}

/** Stands for a call to a mail service, which would be given `ctx.signal`. */
async function send(to: string, report: readonly string[]) {
  if (!to.includes('@')) throw Object.assign(new Error(`${to} is no address`), { status: 400 })
  return { to, bytes: report.join('\n').length }
}
