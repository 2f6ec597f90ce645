import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { sharedServer } from './shared-server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const server = sharedServer()

/** The command as a process of its own, as people run it. */
async function run(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['bin/recoverable.mjs', ...argv], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, RECOVERY_URL: server(), ...env },
  })
  return watched(child)
}

function watched(child: ChildProcessWithoutNullStreams) {
  onTestFinished(() => void child.kill('SIGKILL'))
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
    })
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => code ?? signal)
  const shows = async (name: 'stdout' | 'stderr', part: string) => {
    while (!texts[name].includes(part)) await once(child[name], 'data')
  }
  return { child, texts, ended, shows }
}

test('the process ends with the exit code of the command', async () => {
  const found = await run(['status', '--json'])
  expect(await found.ended).toBe(0)
  expect(JSON.parse(found.texts.stdout)).toMatchObject({ status: { version: '0.1.0' } })
  expect(found.texts.stderr).toBe('')
  const missing = await run(['show', 'not-there'])
  expect(await missing.ended).toBe(4)
  expect(missing.texts.stdout).toBe('')
})

test('who has read enough closes the pipe, and the command ends without a word', async () => {
  await (await run(['start', 'hold', '--id', 'active'])).ended
  const { child, texts, ended, shows } = await run(['watch', '--json'])
  await shows('stdout', 'active')
  // From here on it misses nothing, however slow the machine is.
  child.stdout.destroy()
  const starting = await run(['start', 'greet', '--input', '"Ada"', '--watch'])
  expect(await starting.ended).toBe(0)
  // The second event is written after the pipe is known to be closed.
  expect(await ended).toBe(0)
  expect(texts.stderr).toBe('')
})

test('Ctrl-C ends a watch of one operation with 130, and of all with 0', async () => {
  await (await run(['start', 'hold', '--id', 'held'])).ended
  const one = await run(['watch', 'held'])
  await one.shows('stdout', 'attempt 1 of 6')
  one.child.kill('SIGINT')
  expect(await one.ended).toBe(130)
  expect(one.texts.stderr).toContain('Come back with: recoverable watch held\n')
  const all = await run(['watch'])
  await all.shows('stdout', 'held')
  all.child.kill('SIGINT')
  expect(await all.ended).toBe(0)
})

test('serve runs a server until it is told to stop', async () => {
  const folder = await tempFolder()
  const argv = ['serve', '--port', '0', '--store', `sqlite:${folder}/recovery.db`]
  const { child, texts, ended, shows } = await run(argv)
  await shows('stdout', 'Taken up')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(texts.stderr).toContain('Stopped')
})

test('serve explains its settings, and refuses those that it does not know', async () => {
  const help = await run(['serve', '--help'])
  expect(await help.ended).toBe(0)
  expect(help.texts.stdout).toMatch(/^Usage: recoverable serve \[flags\]\n/)
  expect(help.texts.stdout).toContain('\n  recoverable serve --port 8080')
  const refused = await run(['serve', '--colour'])
  expect(await refused.ended).toBe(2)
  expect(refused.texts.stderr).toContain('--colour is not a flag')
})

test('a clone calls it by npm run', async () => {
  const child = spawn('npm', ['run', '-s', 'recoverable', '--', 'start', 'greet', '--id', 'by-npm', '--input', '"Ada"'], {
    cwd: ROOT,
    env: { ...process.env, RECOVERY_URL: server() },
  })
  const { texts, ended } = watched(child)
  expect(await ended).toBe(0)
  expect(texts.stdout).toBe('by-npm\n')
})
