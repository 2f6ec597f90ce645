import { readFileSync } from 'node:fs'
import { table } from './markdown.ts'

const MEMBER = /^ {2}(?:\/\*\*(.*?)\*\/\s+)?readonly (\w+)\??: (.+)$/gms

/**
 * The options of an exported interface as a table: what their docstrings say is what the documents say.
 *
 * @param file below `src/`
 */
export function optionsTable(file: string, name: string): string {
  const source = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8')
  const body = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n(.*?)^\\}`, 'ms').exec(source)?.[1]
  if (body === undefined) throw new Error(`src/${file} has no interface ${name}`)
  return table(['option', 'type', 'meaning'], membersOf(body))
}

function membersOf(body: string): readonly (readonly string[])[] {
  return body.split(/^(?= {2}\/\*\*)|(?<=^ {2}readonly [^\n]*\n)(?= {2}readonly)/m).flatMap((part) => {
    const [, doc = '', name = '', type = ''] = new RegExp(MEMBER.source, 'ms').exec(part) ?? []
    return name === '' ? [] : [[`\`${name}\``, `\`${type.trim()}\``, wordsOf(doc)]]
  })
}

/** A docstring without its stars, on one line. */
export function wordsOf(doc: string): string {
  return doc
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .trim()
}
