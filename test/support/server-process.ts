import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The product as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with the address once the start has printed it. */
  readonly started: () => Promise<string>
  /** Resolves with the exit code, or with the name of the signal that killed it. */
  readonly exited: Promise<number | string>
}

/** Starts it in `cwd`, on a free port unless `env` names one. It is killed when the test has finished. */
export function startServerProcess(...args: Parameters<typeof spawnServerProcess>): ServerProcess {
  const server = spawnServerProcess(...args)
  onTestFinished(() => killServer(server))
  return server
}

/** Ends it as a crash does, and waits until it is gone. */
export async function killServer({ child, exited }: ServerProcess): Promise<void> {
  child.kill('SIGKILL')
  await exited
}

/** The same for whoever kills it himself, such as after all tests of a file. `program` is another one than that of a clone. */
export function spawnServerProcess(
  cwd: string,
  env: NodeJS.ProcessEnv = {},
  argv: readonly string[] = [],
  program = MAIN,
): ServerProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  })
  const exited = once(child, 'close').then(([code, signal]: unknown[]) => (code ?? signal) as number | string)
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
    })
  }
  const started = async () => {
    for (;;) {
      const url = /GraphQL\s+(http:\/\/\S+)\/graphql/.exec(texts.stdout)?.[1]
      if (url !== undefined) return url
      const event = await Promise.race([once(child.stdout, 'data'), exited])
      if (!Array.isArray(event)) throw new Error(`The server exited with ${event}: ${texts.stderr}`)
    }
  }
  return { child, stdout: () => texts.stdout, stderr: () => texts.stderr, started, exited }
}
