import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import packageJson from '../../package.json' with { type: 'json' }
import { createSystemClock, holdProcess, stopwatch } from '../engine/system.ts'
import { openApi } from './open-api.ts'
import { runCli } from './program.ts'
import type { Screen, World } from './world.ts'

// The program `recoverable`: it gives the commands the real world.

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

function screenOf(stream: NodeJS.WriteStream): Screen {
  return {
    write: (line) => void stream.write(line),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined
    },
    get rows() {
      return stream.isTTY ? stream.rows : undefined
    },
  }
}

/** Whoever reads our answer has seen enough (`| head`): no fault of anybody. */
function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

function onInterrupt(listener: () => void): () => void {
  for (const signal of SIGNALS) process.on(signal, listener)
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener)
  }
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

async function serve(argv: readonly string[]): Promise<void> {
  // A server goes on when nobody reads what it says.
  for (const stream of [process.stdout, process.stderr]) stream.off('error', endOnBrokenPipe)
  // Loaded only here: no other command needs a server.
  const main = await import('../main.ts')
  await main.serve({ argv, env: process.env, cwd: process.cwd(), calledAs: 'recoverable serve' })
}

const world: World = {
  env: process.env,
  cwd: process.cwd(),
  version: packageJson.version,
  stdout: screenOf(process.stdout),
  stderr: screenOf(process.stderr),
  readInput: () => text(process.stdin),
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : null,
  clock: createSystemClock(),
  wallClock: () => createSystemClock().now(),
  stopwatch,
  nodeVersion: process.versions.node,
  onInterrupt,
  openApi,
  serve,
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', endOnBrokenPipe)
const release = holdProcess()
process.exitCode = await runCli(process.argv.slice(2), world)
release()
