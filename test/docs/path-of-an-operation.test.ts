import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../scripts/generated-docs.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The files of the table under "The path of one operation", in its order. */
function documentedPath(): readonly string[] {
  const [, section = ''] = readDocument('docs/TECHNICAL_ARCHITECTURE_RECOVERY.md').split('## The path of one operation')
  const [table = ''] = section.split('\n## ')
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file as string)
}

/** The words that each station shares with the one before it: without them the reader would lose the way. */
const STATIONS: readonly (readonly [string, RegExp])[] = [
  ['schema/operation-start.ts', /recovery\.startFromOutside\(/],
  ['src/engine/recovery.ts', /starter\.start\(/],
  ['src/engine/starter.ts', /commitOne\(|store\.commit\(/],
  ['src/store/sqlite-store.ts', /async commit\(/],
  ['src/engine/local-dispatcher.ts', /onCommit\(/],
  ['src/engine/executor.ts', /transition\(/],
  ['src/engine/events/subscription.ts', /offer\(events/],
  ['schema/recovery-update.ts', /recovery\.watch\(/],
]

test('one operation is followed from the mutation to the subscriber through at most eight files, in this order', () => {
  expect(documentedPath()).toEqual(STATIONS.map(([file]) => file))
  expect(documentedPath().length).toBeLessThanOrEqual(8)
})

test.each(STATIONS)('%s still does its part of the path', (file, does) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toMatch(does)
})
