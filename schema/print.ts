import { writeFileSync } from 'node:fs'
import { printSchema } from 'graphql'
import { buildSchema } from './index.ts'

// Writes schema.graphql, the contract that clients and generated types are made from: `npm run schema:print`.
writeFileSync(new URL('schema.graphql', import.meta.url), `${printSchema(buildSchema())}\n`)
