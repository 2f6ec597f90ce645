import process from 'node:process'
import { callWrapped, type WrappedLife } from './wrapped-life.ts'

// A process of its own: calls the wrapped function that its argument describes, and is killed on the way.

await callWrapped(JSON.parse(process.argv[2] ?? '') as WrappedLife)
