#!/usr/bin/env node
// The command `recoverable`. Plain JavaScript, because it runs on whatever Node the machine has. A clone runs its sources,
// on the Node that npm installed beside them when the machine's is too old for that; a package brings what was built.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const built = path.join(root, 'dist', 'src', 'cli', 'main.js')
const source = path.join(root, 'src', 'cli', 'main.ts')
const [major, minor] = process.versions.node.split('.').map(Number)
const isClone = existsSync(source)
const runsBuilt = major > 22 || (major === 22 && minor >= 17)
const runsTypeScript = major > 22 || (major === 22 && minor >= 18)
const ownNode = path.join(root, 'node_modules', '.bin', 'node')

/** Runs the command in a process of the other Node, and ends as it does. */
function runWith(node) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', source, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches both; what the other one makes of it counts. A signal that reaches only this one is handed on.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`${node} could not be started: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('close', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1
    else {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    }
  })
}

if (!isClone && runsBuilt) await import(pathToFileURL(built).href)
else if (isClone && major >= 24) await import(pathToFileURL(source).href)
// Node 22 would warn that it is trying to run TypeScript.
else if (isClone && runsTypeScript) runWith(process.execPath)
else if (isClone && existsSync(ownNode)) runWith(ownNode)
else {
  const remedy = isClone ? `use Node 24 (22.18 at least), or run npm ci in ${root}` : 'use Node 24 (22.17 at least)'
  process.stderr.write(`Node ${process.versions.node} is too old; ${remedy}\n`)
  process.exitCode = 1
}
