import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, readSync, writeSync } from 'node:fs'
import { link, mkdir, open, readFile, symlink, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { InvalidInputError, OperationTimeoutError } from '../../../src/operation/errors.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { type Provoked, provoked } from './provoked.ts'

async function spawnedError(file: string): Promise<never> {
  const [error] = await once(spawn(file), 'error')
  throw error
}

/** Both ends of a pipe. */
async function openPipe() {
  const pipe = join(await tempFolder(), 'pipe')
  execFileSync('mkfifo', [pipe])
  const reader = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)
  const writer = await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
  onTestFinished(async () => {
    await reader.close()
    await writer.close()
  })
  return { reader, writer }
}

async function readEmptyPipe(): Promise<void> {
  const { reader } = await openPipe()
  readSync(reader.fd, Buffer.alloc(1))
}

async function writeToNobody(): Promise<void> {
  const { reader, writer } = await openPipe()
  await reader.close()
  writeSync(writer.fd, 'x')
}

async function writeToAFullDisk(): Promise<void> {
  const disk = await open('/dev/full', 'w')
  onTestFinished(() => disk.close())
  writeSync(disk.fd, 'x')
}

async function symlinkInCircles(): Promise<void> {
  const path = join(await tempFolder(), 'circle')
  await symlink(path, path)
  await readFile(path)
}

/** A system call is refused whoever asks: nobody, not even root, may link a folder. */
async function linkAFolder(): Promise<void> {
  const folder = await tempFolder()
  await mkdir(join(folder, 'a'))
  await link(join(folder, 'a'), join(folder, 'b'))
}

/** Not even root may run a file that nobody may run. */
async function runANote(): Promise<void> {
  const note = join(await tempFolder(), 'note')
  await writeFile(note, 'buy milk')
  await spawnedError(note)
}

async function writeToARunningProgram(): Promise<void> {
  const program = join(await tempFolder(), 'sleep')
  execFileSync('cp', [execFileSync('which', ['sleep'], { encoding: 'utf8' }).trim(), program])
  const child = spawn(program, ['60'])
  onTestFinished(() => void child.kill())
  await once(child, 'spawn')
  await open(program, 'r+')
}

async function workerThatEatsMemory(): Promise<never> {
  const code = 'const all = []; for (;;) all.push(new Array(10_000).fill(all.length))'
  const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } })
  const [error] = await once(worker, 'error')
  throw error
}

/** Files, processes and limits. */
export const SYSTEM: readonly Provoked[] = [
  provoked('code ENOENT', 'missing', 'a file that is not there', () => readFile('/no/such/file')),
  provoked('code EISDIR', 'missing', 'a folder read as a file', () => readFile('/')),
  provoked('code ENOTDIR', 'missing', 'a file used as a folder', () => readFile('/dev/null/file')),
  provoked('code ENAMETOOLONG', 'missing', 'an endless name', () => readFile(`/${'x'.repeat(1000)}`)),
  provoked('code ELOOP', 'missing', 'a link to itself', symlinkInCircles),
  provoked('code EACCES', 'fileAccess', 'a file that may not be run', runANote),
  provoked('code EPERM', 'fileAccess', 'a link to a folder', linkAFolder),
  provoked('code EAGAIN', 'handles', 'a pipe with nothing in it', readEmptyPipe),
  provoked('code ETXTBSY', 'contention', 'a program that runs', writeToARunningProgram),
  provoked('code EPIPE', 'connection', 'a pipe that nobody reads any more', writeToNobody),
  provoked('code ENOSPC', 'disk', 'a device that is full', writeToAFullDisk),
  provoked('code ERR_WORKER_OUT_OF_MEMORY', 'memory', 'a worker beyond its limit', workerThatEatsMemory),
  provoked('code MODULE_NOT_FOUND', 'dependency', 'require of nothing', () => createRequire(import.meta.url)('no-such-module')),
]

const nothing: unknown = null

/** What the language, Node and we throw at wrong values and mistakes. */
export const LANGUAGE: readonly Provoked[] = [
  provoked('code ERR_INVALID_URL', 'data', 'no URL', () => new URL('::')),
  provoked('code ERR_INVALID_ARG_TYPE', 'data', 'an argument of the wrong type', () => Buffer.from(5 as unknown as string)),
  provoked('code ERR_INVALID_ARG_VALUE', 'data', 'a path that holds a zero byte', () => readFile('a\0b')),
  provoked('code ERR_OUT_OF_RANGE', 'data', 'an offset beyond the end', () => Buffer.alloc(1).readInt8(5)),
  provoked('code ERR_INVALID_PROTOCOL', 'data', 'https of node:http', () => get('https://127.0.0.1')),
  provoked('code INVALID_INPUT', 'data', 'our own refusal', () => {
    throw new InvalidInputError('no')
  }),
  provoked('code DEADLINE_EXCEEDED', 'timeout', "the attempt's own timeout", () => {
    throw new OperationTimeoutError(5)
  }),
  provoked('name SyntaxError', 'format', 'no JSON', () => JSON.parse('{')),
  provoked('name ZodError', 'schema', 'a value that its schema refuses', () => z.object({ a: z.string() }).parse({})),
  provoked('name URIError', 'data', 'a percent sign too many', () => decodeURIComponent('%')),
  provoked('name TypeError', 'bug', 'a property of null', () => (nothing as { a: { b: 1 } }).a.b),
  provoked('name RangeError', 'bug', 'an impossible length', () => new Array(-1)),
  provoked('name ReferenceError', 'bug', 'a variable that is not there', () => new Function('return notThere')()),
]
