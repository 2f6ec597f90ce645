import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DOCUMENT, regenerated } from '../../scripts/generated-docs.ts'
import { lifecycleDiagram } from '../../scripts/lifecycle-diagram.ts'

const markdown = readFileSync(DOCUMENT, 'utf8')

test('the generated blocks of the architecture document are those of today; if not: npm run docs:generate', () => {
  expect(markdown).toBe(regenerated(markdown))
})

test('a document without its markers is an error, not silence', () => {
  expect(() => regenerated('# Nothing here')).toThrow('lacks the markers')
})

test('the diagram has one arrow for what every active situation accepts, and tells the two faces of recovering apart', () => {
  const lines = lifecycleDiagram().split('\n')
  expect(lines.filter((line) => line.includes('cancelled') && line.includes('active'))).toEqual([
    '  active --> cancelled: cancel',
  ])
  expect(lines).toContain('  in_progress --> waiting: fail, lost')
  expect(lines).toContain('  waiting --> running: begin')
})
