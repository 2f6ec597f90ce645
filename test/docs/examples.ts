import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { JsonObject } from '../../src/operation/json.ts'
import type { Snippet } from './snippets.ts'

const COMMAND = path.join(import.meta.dirname, '..', '..', 'bin', 'recoverable.mjs')

/** Where the examples of the documents find a server, and who they are to it. */
export interface Place {
  readonly url: string
  readonly token: string
  readonly folder: string
}

export interface Example extends Snippet {
  /** What it must answer: the `json answer` block behind it, if there is one. */
  readonly answer: unknown
}

/** The blocks that are run, each with the answer that the document promises. In the order of the documents. */
export function examplesIn(snippets: readonly Snippet[]): readonly Example[] {
  return snippets.flatMap((snippet, i) => {
    if (snippet.mark !== 'run' && snippet.mark !== 'request') return []
    const next = snippets[i + 1]
    return [{ ...snippet, answer: next?.mark === 'answer' ? JSON.parse(next.code) : undefined }]
  })
}

/** Runs a block and answers what came of it: the JSON of a GraphQL answer, or what a command printed. */
export function runExample({ language, mark, code }: Example, place: Place): Promise<unknown> {
  if (language === 'graphql') return askGraphql(code, place)
  return mark === 'request' ? sendAsCurl(code, place) : runInShell(code, place)
}

const VARIABLES = /^# variables: (.+)$/m

async function askGraphql(query: string, { url, token }: Place): Promise<unknown> {
  const variables = JSON.parse(VARIABLES.exec(query)?.[1] ?? '{}') as JsonObject
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  })
  return await response.json()
}

const WORD = /'([^']*)'|"([^"]*)"|(\S+)/g

/**
 * Sends what a command line of curl would send, so that the examples do not need curl where they are tested: the address,
 * `-H` and `-d`, with `$NAME` out of the place in double quotes.
 */
async function sendAsCurl(code: string, place: Place): Promise<unknown> {
  const [, ...words] = wordsOf(code.replaceAll('\\\n', ' '), place)
  const valuesOf = (flag: string) => words.filter((_, i) => words[i - 1] === flag)
  const address = words.find((word) => word.startsWith('http')) ?? ''
  const headers = valuesOf('-H').map((header) => header.split(': ', 2) as [string, string])
  const [body] = valuesOf('-d')
  const response = await fetch(address.replace('http://127.0.0.1:4000', place.url), {
    headers,
    ...(body !== undefined && { method: 'POST', body }),
  })
  return await response.json()
}

function wordsOf(command: string, { token }: Place): readonly string[] {
  return Array.from(command.matchAll(WORD), ([, literal, quoted, bare]) => {
    return literal ?? (quoted ?? bare ?? '').replaceAll('$RECOVERY_TOKEN', token)
  })
}

/** Answers what it printed: as JSON when it is an object. Rejects when a command fails. */
async function runInShell(code: string, { url, token, folder }: Place): Promise<unknown> {
  const cwd = await mkdtemp(path.join(folder, 'shell-'))
  const child = spawn('sh', ['-e', '-c', code], {
    cwd,
    env: { PATH: `${await commandFolder(folder)}:${process.env.PATH}`, RECOVERY_URL: url, RECOVERY_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (chunk) => (said[name] += String(chunk)))
  const [exitCode] = await once(child, 'close')
  if (exitCode !== 0) throw new Error(`It ended with ${exitCode}:\n${said.stderr}`)
  return said.stdout.startsWith('{') ? JSON.parse(said.stdout) : said.stdout
}

/** A folder with the command `recoverable`, as an installation puts one on the path. */
async function commandFolder(folder: string): Promise<string> {
  const bin = path.join(folder, 'bin')
  const file = path.join(bin, 'recoverable')
  await mkdir(bin, { recursive: true })
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' --disable-warning=ExperimentalWarning '${COMMAND}' "$@"\n`)
  await chmod(file, 0o755)
  return bin
}

/** Stands in a promised answer for what differs from run to run. */
const ANYTHING = '…'

/**
 * Where an answer differs from what was promised: what is promised must be there, more may be.
 *
 * @returns the paths at fault; empty when all is as promised
 */
export function differences(promised: unknown, answer: unknown, at = 'answer'): readonly string[] {
  if (promised === undefined || promised === ANYTHING) return answer === undefined && promised === ANYTHING ? [at] : []
  if (typeof promised !== 'object' || promised === null) return promised === answer ? [] : [at]
  if (typeof answer !== 'object' || answer === null) return [at]
  if (Array.isArray(promised) && (!Array.isArray(answer) || answer.length !== promised.length)) return [at]
  return Object.entries(promised).flatMap(([key, value]) =>
    differences(value, (answer as Readonly<Record<string, unknown>>)[key], `${at}.${key}`),
  )
}
