import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DOCUMENTS, regenerated } from '../../scripts/generated-docs.ts'
import { lifecycleDiagram } from '../../scripts/lifecycle-diagram.ts'

test.each(DOCUMENTS)('the generated blocks of $file.pathname are those of today; if not: npm run docs:generate', (document) => {
  const markdown = readFileSync(document.file, 'utf8')
  expect(markdown).toBe(regenerated(markdown, document.blocks))
})

test('a document without its markers is an error, not silence', () => {
  expect(() => regenerated('# Nothing here', { rooms: () => '' })).toThrow('lacks the markers')
})

test('the diagram has one arrow for what every active situation accepts, and tells the two faces of recovering apart', () => {
  const lines = lifecycleDiagram().split('\n')
  expect(lines.filter((line) => line.includes('cancelled') && line.includes('active'))).toEqual([
    '  active --> cancelled: cancel',
  ])
  expect(lines).toContain('  in_progress --> waiting: fail, lost')
  expect(lines).toContain('  waiting --> running: begin')
})
