import { flushCompileCache } from 'node:module'
import process from 'node:process'
import { beginLife, type Life } from './life.ts'

// A process of its own: lives the life that its argument describes, and stops in order unless it is killed before.

// Written at the end of a process, which most of these do not reach.
flushCompileCache()
const life = JSON.parse(process.argv[2] ?? '') as Life
const { recovery, done } = await beginLife(life)
await done
await recovery.stop()
