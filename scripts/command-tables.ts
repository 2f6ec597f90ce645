import { readFileSync } from 'node:fs'
import { EXIT_HELP } from '../src/cli/exit-codes.ts'
import { table } from './markdown.ts'
import { wordsOf } from './options-table.ts'

const EXIT_LINE = /^ {2}(\d+) +(.+)$/gm
const METHOD = /^ {2}\/\*\*((?:(?!\*\/).)*)\*\/\n {2}(?:async )?(\w+)\(/gms

/** What the command answers to scripts, from its own help. */
export function exitCodesTable(): string {
  return table(
    ['code', 'meaning'],
    Array.from(EXIT_HELP.matchAll(EXIT_LINE), ([, code = '', meaning = '']) => [`\`${code}\``, meaning]),
  )
}

/** The verbs of the client, in the words of their docstrings. */
export function clientTable(): string {
  const source = readFileSync(new URL('../src/client/client.ts', import.meta.url), 'utf8')
  const rows = Array.from(source.matchAll(METHOD), ([, doc = '', name = '']) => [`\`${name}\``, wordsOf(doc)])
  return table(['method', 'meaning'], rows)
}
