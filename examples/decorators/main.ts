// node examples/decorators/main.ts [file of the database]
import './lower-decorators.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { createRecovery } from '../../src/index.ts'
import type { Hub } from './model-library.ts'

// Not a static import: those are all loaded before the line above lowers anything.
const { ModelLibrary } = await import('./model-library.ts')

let downloads = 0
const hub: Hub = {
  find: async (model) => `https://hub.example/${model}.safetensors`,
  download: async (url) => {
    console.log(`downloading ${url}`)
    if (++downloads < 3) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    return 4096
  },
  licence: async () => {
    throw new Error('service unavailable')
  },
}

const file = process.argv[2] ?? path.join(mkdtempSync(path.join(tmpdir(), 'recoverable-')), 'recovery.db')
const recovery = await createRecovery({ store: `sqlite:${file}` })
const library = new ModelLibrary(hub)
recovery.register(library)

console.log(`installed ${await library.install('tiny')}`)
console.log(`its licence: ${await library.licence('tiny')}`)

const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 10 })
for (const { functionName, state, failedAttempts } of operations) {
  console.log(`stored: ${functionName} ${state} after ${failedAttempts} failed attempts`)
}
await recovery.stop()
