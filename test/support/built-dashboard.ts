import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const ROOT = join(import.meta.dirname, '..', '..')

let building: Promise<string> | null = null

/**
 * The folder of the dashboard, built of the sources as they are now. It does nothing when nothing has changed since the
 * last build, which is so in `npm test`; a server process of a test then finds it where it looks.
 */
export function builtDashboard(): Promise<string> {
  building ??= build()
  return building
}

async function build(): Promise<string> {
  const args = ['--disable-warning=ExperimentalWarning', join(ROOT, 'scripts', 'build-dashboard.mjs'), '--if-stale']
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'pipe'] })
  const [[code], said] = await Promise.all([once(child, 'close'), text(child.stderr)])
  if (code !== 0) throw new Error(said)
  return join(ROOT, 'src', 'dashboard', 'built')
}
