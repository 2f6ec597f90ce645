import { readFileSync, writeFileSync } from 'node:fs'
import { lifecycleDiagram } from './lifecycle-diagram.ts'
import { roomsTable } from './rooms.ts'

/** The document that holds what is generated here, each block between its own two markers. */
export const DOCUMENT = new URL('../docs/TECHNICAL_ARCHITECTURE_RECOVERY.md', import.meta.url)

const BLOCKS: Readonly<Record<string, () => string>> = {
  rooms: roomsTable,
  lifecycle: () => `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``,
}

/** The document with its generated blocks as the code has them today. */
export function regenerated(markdown: string): string {
  return Object.entries(BLOCKS).reduce((text, [name, render]) => replaceBlock(text, name, render()), markdown)
}

function replaceBlock(markdown: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} (npm run docs:generate) -->`, `<!-- end of ${name} -->`]
  const [from, to] = [markdown.indexOf(begin), markdown.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`The document lacks the markers "${begin}" and "${end}"`)
  return `${markdown.slice(0, from + begin.length)}\n\n${content}\n\n${markdown.slice(to)}`
}

if (import.meta.main) writeFileSync(DOCUMENT, regenerated(readFileSync(DOCUMENT, 'utf8')))
