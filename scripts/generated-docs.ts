import { readFileSync, writeFileSync } from 'node:fs'
import { lifecycleDiagram } from './lifecycle-diagram.ts'
import { restReference } from './rest-reference.ts'
import { roomsTable } from './rooms.ts'

const docs = new URL('../docs/', import.meta.url)

/** The document about the code. */
export const DOCUMENT = new URL('TECHNICAL_ARCHITECTURE_RECOVERY.md', docs)

type Blocks = Readonly<Record<string, () => string>>

/** The documents that hold what is generated here, each block between its own two markers. */
export const DOCUMENTS: readonly { readonly file: URL; readonly blocks: Blocks }[] = [
  {
    file: DOCUMENT,
    blocks: {
      rooms: roomsTable,
      lifecycle: () => `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``,
    },
  },
  { file: new URL('API_DOCUMENTATION.md', docs), blocks: { 'REST reference': restReference } },
]

/** The document with its generated blocks as the code has them today. */
export function regenerated(markdown: string, blocks: Blocks): string {
  return Object.entries(blocks).reduce((text, [name, render]) => replaceBlock(text, name, render()), markdown)
}

function replaceBlock(markdown: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} (npm run docs:generate) -->`, `<!-- end of ${name} -->`]
  const [from, to] = [markdown.indexOf(begin), markdown.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`The document lacks the markers "${begin}" and "${end}"`)
  return `${markdown.slice(0, from + begin.length)}\n\n${content}\n\n${markdown.slice(to)}`
}

if (import.meta.main) {
  for (const { file, blocks } of DOCUMENTS) writeFileSync(file, regenerated(readFileSync(file, 'utf8'), blocks))
}
