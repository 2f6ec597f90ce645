import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
// What packing reads; node_modules is linked.
const CLONED = ['bin', 'schema', 'scripts', 'src', 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']
const CONFIGS = ['tsconfig.json', 'tsconfig.build.json', 'tsconfig.faces.json']

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command to its end. */
export async function run(cwd: string, command: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...texts }
}

export interface Packed {
  /** An empty project that has the package installed. */
  readonly project: string
  /** The files of the package. */
  readonly files: readonly string[]
  readonly manifest: Readonly<Record<string, unknown>>
  /** The package.json of the clone, before and after. */
  readonly own: { readonly before: string; readonly after: string }
}

/** Packs a copy of the repository as `npm publish` would, and installs the package as npm would, its dependencies linked. */
export async function packAndInstall(folder: string): Promise<Packed> {
  const clone = join(folder, 'clone')
  for (const name of [...CLONED, ...CONFIGS]) await cp(join(ROOT, name), join(clone, name), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
  const before = await readFile(join(clone, 'package.json'), 'utf8')
  const packing = await run(clone, 'npm', ['pack', '--pack-destination', folder])
  if (packing.code !== 0) throw new Error(`npm pack failed: ${packing.stdout}${packing.stderr}`)
  const after = await readFile(join(clone, 'package.json'), 'utf8')
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  const project = await mkdtemp(join(folder, 'project-'))
  await run(folder, 'tar', ['-xzf', tarball, '-C', project])
  const installed = join(project, 'node_modules', 'recoverable')
  await mkdir(join(project, 'node_modules'))
  await rename(join(project, 'package'), installed)
  await writeFile(join(project, 'package.json'), '{ "type": "module" }')
  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as Packed['manifest']
  // Beside its dependencies, what every project in TypeScript has.
  for (const name of [...Object.keys(manifest.dependencies as object), '@types/node']) await link(project, name)
  const files = await readdir(installed, { recursive: true })
  return { project, files, manifest, own: { before, after } }
}

async function link(project: string, name: string): Promise<void> {
  const place = join(project, 'node_modules', name)
  await mkdir(join(place, '..'), { recursive: true })
  await symlink(join(ROOT, 'node_modules', name), place)
}

/** Checks the types of a program in the project with compiler options of a user's own. */
export async function checkTypes(project: string, code: string, compilerOptions: object): Promise<Ended> {
  const folder = await mkdtemp(join(project, 'types-'))
  await writeFile(join(folder, 'program.ts'), code)
  const options = { noEmit: true, strict: true, target: 'ES2024', types: ['node'], ...compilerOptions }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['program.ts'] }))
  return await run(folder, join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', '.'])
}
