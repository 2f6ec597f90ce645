import { readFileSync, writeFileSync } from 'node:fs'
import { clientTable, exitCodesTable } from './command-tables.ts'
import { dashboardSettingsTable, shortcutsTable, statesTable } from './dashboard-tables.ts'
import { errorCodesTable, mutationsTable, queriesTable, rolesTable, subscriptionsTable } from './graphql-reference.ts'
import { lifecycleDiagram } from './lifecycle-diagram.ts'
import { metricsTable } from './metrics-table.ts'
import { optionsTable } from './options-table.ts'
import { classificationTable, strategiesTable } from './policy-tables.ts'
import { refusalsTable } from './refusals-table.ts'
import { restReference } from './rest-reference.ts'
import { roomsTable } from './rooms.ts'
import { limitsTable, settingsTable } from './settings-table.ts'
import { socketioReference } from './socketio-reference.ts'

/** What is generated in each document, each block between its own two markers. */
export const DOCUMENTS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/TECHNICAL_ARCHITECTURE_RECOVERY.md': {
    rooms: roomsTable,
    lifecycle: () => `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``,
  },
  'docs/INTEGRATION_GUIDE_RECOVERY.md': {
    policy: () => optionsTable('policy/policy.ts', 'PolicyOptions'),
    function: () => optionsTable('engine/options.ts', 'FunctionOptions'),
    wrapping: () => optionsTable('engine/wrapping/recoverable-options.ts', 'RecoverableOptions'),
    delays: () => optionsTable('policy/delays.ts', 'DelayOptions'),
    breaker: () => optionsTable('policy/breaker-settings.ts', 'CircuitBreakerOptions'),
    budget: () => optionsTable('policy/budget.ts', 'BudgetOptions'),
    verdict: () => optionsTable('policy/verdict.ts', 'Verdict'),
    strategies: strategiesTable,
    classification: classificationTable,
  },
  'docs/API_DOCUMENTATION.md': {
    queries: queriesTable,
    mutations: mutationsTable,
    subscriptions: subscriptionsTable,
    'error codes': errorCodesTable,
    limits: limitsTable,
    client: clientTable,
    'REST reference': restReference,
    'socket.io reference': socketioReference,
    refusals: refusalsTable,
  },
  'docs/OPERATIONS.md': {
    settings: () => settingsTable(),
    roles: rolesTable,
    metrics: metricsTable,
    'exit codes': exitCodesTable,
  },
  'docs/USER_GUIDE_RECOVERY.md': {
    states: statesTable,
    shortcuts: shortcutsTable,
    'dashboard settings': dashboardSettingsTable,
    lifecycle: () => `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``,
  },
}

/** The document as it stands in the repository. */
export function readDocument(file: string): string {
  return readFileSync(placeOf(file), 'utf8')
}

/** The document with its generated blocks as the code has them today. */
export function regenerated(file: string, markdown: string): string {
  const blocks = Object.entries(DOCUMENTS[file] ?? {})
  return blocks.reduce((text, [name, render]) => replaceBlock(text, name, render()), markdown)
}

function replaceBlock(markdown: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} (npm run docs:generate) -->`, `<!-- end of ${name} -->`]
  const [from, to] = [markdown.indexOf(begin), markdown.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`The document lacks the markers "${begin}" and "${end}"`)
  return `${markdown.slice(0, from + begin.length)}\n\n${content}\n\n${markdown.slice(to)}`
}

function placeOf(file: string): URL {
  return new URL(`../${file}`, import.meta.url)
}

if (import.meta.main) {
  for (const file of Object.keys(DOCUMENTS)) writeFileSync(placeOf(file), regenerated(file, readDocument(file)))
}
