import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const DEMO = fileURLToPath(new URL('../../scripts/demo/demo.ts', import.meta.url))

/** Runs the short demo as a script of the operating system would: no terminal, no locale. Its temporary folder is ours. */
async function startDemo() {
  const folder = await tempFolder()
  const env = { PATH: process.env.PATH, TMPDIR: folder, TEMP: folder }
  const args = ['--disable-warning=ExperimentalWarning', DEMO, '--short']
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { text: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.text += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.errors += text
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  /** The processes of our server that the demo told of. */
  const pids = () => [...output.text.matchAll(/\(process (\d+)\)/g)].map((match) => Number(match[1]))
  return { child, output, ended, pids, folder }
}

/** A process that was killed and that nobody has asked for its exit code yet (state Z) is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('the demo kills the server, gets every file, says so in plain text, and leaves nothing behind', {
  timeout: 90_000,
}, async () => {
  const { output, ended, pids, folder } = await startDemo()
  const code = await ended
  expect(output.errors).toBe('')
  expect(code, output.text).toBe(0)
  expect(output.text).toContain('The server was killed (SIGKILL)')
  expect(output.text).toMatch(/It was started again \(process \d+\) and takes up \d+ operations, \d+ of them interrupted/)
  expect(output.text.match(/complete, sha256 verified/g)).toHaveLength(6)
  expect(output.text).not.toMatch(/[^\n\x20-\x7e]/)
  expect(pids()).toHaveLength(2)
  expect(pids().filter(isAlive)).toEqual([])
  expect(await readdir(folder)).toEqual([])
})

test('a demo that is interrupted takes its server and its files with it', async () => {
  const { child, ended, pids, folder } = await startDemo()
  while (pids().length === 0) await once(child.stdout, 'data')
  expect(await readdir(folder)).not.toEqual([])
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(await readdir(folder)).toEqual([])
  // Its last act was to kill the server; the kernel may still be at it.
  await vi.waitFor(() => expect(pids().filter(isAlive)).toEqual([]), { timeout: 10_000 })
})
