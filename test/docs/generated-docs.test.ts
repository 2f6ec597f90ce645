import { expect, test } from 'vitest'
import { DOCUMENTS, readDocument, regenerated } from '../../scripts/generated-docs.ts'
import { mutationsTable, rolesTable } from '../../scripts/graphql-reference.ts'
import { lifecycleDiagram } from '../../scripts/lifecycle-diagram.ts'
import { optionsTable } from '../../scripts/options-table.ts'
import { classificationTable, strategiesTable } from '../../scripts/policy-tables.ts'
import { settingsTable } from '../../scripts/settings-table.ts'
import { socketioReference } from '../../scripts/socketio-reference.ts'
import { EVENTS, REFUSED_EVENTS } from '../../src/server/socketio/event-table.ts'

test.each(Object.keys(DOCUMENTS))('the generated blocks of %s are those of today; if not: npm run docs:generate', (file) => {
  const markdown = readDocument(file)
  expect(markdown).toBe(regenerated(file, markdown))
})

test('a document without its markers is an error, not silence', () => {
  expect(() => regenerated('docs/OPERATIONS.md', '# Nothing here')).toThrow('lacks the markers')
})

test('the diagram has one arrow for what every active situation accepts, and tells the two faces of recovering apart', () => {
  const lines = lifecycleDiagram().split('\n')
  expect(lines.filter((line) => line.includes('cancelled') && line.includes('active'))).toEqual([
    '  active --> cancelled: cancel',
  ])
  expect(lines).toContain('  in_progress --> waiting: fail, lost')
  expect(lines).toContain('  waiting --> running: begin')
})

test('options are told in the words of their docstrings, also those on several lines', () => {
  const lines = optionsTable('policy/policy.ts', 'PolicyOptions').split('\n')
  expect(lines).toContain('| `initialDelay` | `Duration` | The wait after the first failure. |')
  expect(
    lines.filter((line) => line.startsWith('| `classifier` | `Classifier \\| readonly Classifier[]` | Judges the')),
  ).toHaveLength(1)
  expect(() => optionsTable('policy/policy.ts', 'NoSuchOptions')).toThrow('has no interface NoSuchOptions')
})

test('each kind of error has its signals, its number of retries and its waits', () => {
  const lines = classificationTable().split('\n')
  const refused = lines.find((line) => line.includes('ECONNREFUSED'))
  expect(refused).toContain('| network | medium | 0.8 | at most 4 | 2, 4, 8, 16, 30 … s, up to 30 s | failure |')
  expect(lines.find((line) => line.startsWith('| `unknown`'))).toContain("| `maxRetries` | the policy's |")
  expect(lines.find((line) => line.startsWith('| `resource_disk`'))).toContain('| none | – |')
})

test('the waits of strategies are those that they answer', () => {
  expect(strategiesTable()).toMatch(/`fibonacci` .* 1, 1, 2, 3, 5 … s, up to 60 s/)
})

test('settings that are lengths of time say what digits alone mean', () => {
  expect(settingsTable()).toContain('| `RECOVERY_MAX_DELAY` | `300` (s) |')
  expect(settingsTable()).toContain('| `RECOVERY_MAX_RETRIES` | `5` |')
})

test('what each role may do is told of reading, of controls and of what is for admins alone', () => {
  const [viewer, operator, admin] = rolesTable().split('\n').slice(2)
  expect(viewer).toContain('`operations`')
  expect(operator).toMatch(/`pauseOperation`.*`retryOperation`.*`startOperation`/)
  expect(admin).toMatch(/`auditTrail`.*`deleteOperations`.*`updateSettings`/)
  expect(mutationsTable()).toMatch(/`pauseOperation` \| operator \| .* \| `InvalidTransitionError`, `NotFoundError` \|/)
})

test('every socket event is documented, with its units, and so is every one that is refused', () => {
  const lines = socketioReference().split('\n')
  for (const { name } of EVENTS) expect(lines).toContain(`### \`${name}\``)
  for (const [name, error] of REFUSED_EVENTS) expect(lines).toContain(`| \`${name}\` | ${error} |`)
  expect(lines).toContain('| `duration` | number (seconds) | From the first attempt of the round to the end. |')
  expect(lines).toContain('| `error` | string or null | The message of the last error; null when there is none. |')
})
