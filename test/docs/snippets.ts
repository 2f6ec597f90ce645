import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { transform } from 'esbuild'

const ROOT = path.join(import.meta.dirname, '..', '..')

/** A fenced block of a document. */
export interface Snippet {
  /** Such as `README.md:42`: the line of its fence. */
  readonly place: string
  readonly language: string
  /**
   * What follows the language on the fence. Nothing: a program in TypeScript is run, GraphQL is validated. `no-run`: only
   * to be read. `run`: run on a server, in the order of the document. `request`: a command line of curl, sent. `answer`:
   * what the block before it answers. `config` and `env`: a configuration, loaded.
   */
  readonly mark: string
  readonly code: string
}

const FENCE = /^( *)```(\w+)([^\n]*)\n(.*?)^\1```$/gms

/** The fenced blocks of a Markdown text. */
export function snippetsIn(file: string, markdown: string): readonly Snippet[] {
  return [...markdown.matchAll(FENCE)].map((match) => {
    const [, , language = '', mark = '', code = ''] = match
    const line = markdown.slice(0, match.index).split('\n').length
    return { place: `${file}:${line}`, language, mark: mark.trim(), code }
  })
}

/** The blocks of the README and of all documents. */
export function documentedSnippets(): readonly Snippet[] {
  const files = globSync(['README.md', 'docs/*.md'], { cwd: ROOT }).toSorted()
  return files.flatMap((file) => snippetsIn(file, readFileSync(path.join(ROOT, file), 'utf8')))
}

// What the programs of a reader need beside this package.
const READERS_OWN = ['@types/node', '@types/better-sqlite3', 'socket.io-client']

/**
 * An empty project that has this package and its dependencies installed, as a reader's project would.
 * They are links: what runs is today's source.
 */
export function createReadersProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'recoverable-snippets-'))
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: object }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  link(ROOT, path.join(folder, 'node_modules', 'recoverable'))
  for (const name of [...Object.keys(dependencies), ...READERS_OWN]) {
    const installed = path.join(ROOT, 'node_modules', name)
    if (existsSync(installed)) link(installed, path.join(folder, 'node_modules', name))
  }
  return folder
}

function link(target: string, from: string): void {
  mkdirSync(path.dirname(from), { recursive: true })
  symlinkSync(target, from, 'dir')
}

export interface Run {
  readonly exitCode: number | null
  readonly output: string
}

/** Writes the code into the project and runs it there, in a Node process of its own. */
export async function runSnippet(project: string, code: string): Promise<Run> {
  const folder = mkdtempSync(path.join(project, 'snippet-'))
  writeFileSync(path.join(folder, 'snippet.ts'), await runnable(code))
  return await run(folder, process.execPath, ['--disable-warning=ExperimentalWarning', 'snippet.ts'])
}

/** Node runs TypeScript as it stands, but for decorators: esbuild lowers them, as a reader's compiler would. */
async function runnable(code: string): Promise<string> {
  if (!/^\s*@\w/m.test(code)) return code
  return (await transform(code, { loader: 'ts', target: 'es2022' })).code
}

const PROMISED = /^(?!\s*\/\/).*console\.log\(.*\) \/\/ (.+)$/gm

/**
 * What a program promises to print and does not: `console.log(…) // 42`, where words may follow after a colon
 * (`// 42: the answer`). In the order of the code; what it prints beside that does not matter.
 */
export function brokenPromises(code: string, output: string): readonly string[] {
  const printed = output.split('\n')
  const promised = Array.from(code.matchAll(PROMISED), ([, text = '']) => text)
  let from = 0
  return promised.filter((text) => {
    const at = printed.findIndex((line, index) => index >= from && line !== '' && `${text}:`.startsWith(`${line}:`))
    if (at !== -1) from = at + 1
    return at === -1
  })
}

/** Checks the types of programs in the project with the compiler options of this repository. */
export async function checkTypes(project: string, programs: readonly string[]): Promise<Run> {
  const folder = mkdtempSync(path.join(project, 'types-'))
  // `export {}` keeps the names of one program out of the others.
  for (const [i, code] of ['', ...programs].entries()) writeFileSync(path.join(folder, `${i}.ts`), `${code}\nexport {}\n`)
  const compilerOptions = { typeRoots: [path.join(ROOT, 'node_modules', '@types')] }
  const config = { extends: path.join(ROOT, 'tsconfig.json'), compilerOptions, include: ['*.ts'] }
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
  return await run(folder, path.join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', '.'])
}

async function run(cwd: string, command: string, args: readonly string[]): Promise<Run> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, output }
}
