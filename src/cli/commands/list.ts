import type { Command } from 'commander'
import { addRemoteCommand, beforeNow, keyValue, oneOf, texts, wholeNumber, word } from '../command-options.ts'
import { OperationList } from '../documents/operations.ts'
import { CATEGORIES, type FilterOptions, STATES, toFilter } from '../filter.ts'
import { shortProgress } from '../format/bar.ts'
import { colourOf } from '../format/paint.ts'
import type { Cell } from '../format/table.ts'
import { formatInstant } from '../format/units.ts'
import type { OperationListQuery, OperationOrderField } from '../gql/graphql.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

interface Options extends FilterOptions {
  readonly limit: number
  readonly after?: string
  readonly sort: OperationOrderField
  readonly reverse?: true
}

/** An operation as lists show it. */
export type Listed = OperationListQuery['operations']['edges'][number]['node']

export const LIST_HEAD = ['ID', 'FUNCTION', 'STATE', 'ATTEMPT', 'PROGRESS', 'UPDATED', 'ERROR'] as const

const FIELDS = ['CREATED_AT', 'UPDATED_AT', 'NEXT_ATTEMPT_AT', 'PRIORITY'] as const satisfies readonly OperationOrderField[]
const EXAMPLES = [
  'recoverable list',
  'recoverable list --state FAILED,EXHAUSTED --since 1d --limit 100',
  "recoverable list --function download --metadata customer=42 --json | jq '.operations[].id'",
]

export function addList(program: Command, run: Run): void {
  addRemoteCommand(program, 'list', 'list operations, the newest first', EXAMPLES)
    .option('--state <state...>', 'those in one of these states', oneOf(STATES))
    .option('--active', 'those that have not ended')
    .option('--function <name...>', 'those of these functions', texts)
    .option('--category <category...>', 'those whose last error is of one of these', oneOf(CATEGORIES))
    .option('--search <text>', 'those with this text in id, key, function, error or metadata')
    .option('--metadata <key=value...>', 'those with this metadata', keyValue)
    .option('--recovered', 'those that succeeded after a failed attempt')
    .option('--failed-attempts', 'those of which an attempt failed, whatever came of them')
    .option('--since <instant>', 'those created since: an instant, or a length of time such as 1d', beforeNow)
    .option('--before <instant>', 'those created before', beforeNow)
    .option('--limit <number>', 'how many at most', wholeNumber(1, 500), 20)
    .option('--after <cursor>', 'go on after the endCursor of an earlier answer')
    .option('--sort <field>', `by ${FIELDS.join(', ')}`, word(FIELDS), 'CREATED_AT')
    .option('--reverse', 'the smallest or oldest first')
    .action(run(list))
}

async function list(session: Session, options: Options): Promise<undefined> {
  const { output } = session
  const api = await session.api()
  const { operations } = await api.request(OperationList, {
    filter: toFilter(options, session.now()),
    orderBy: { field: options.sort, direction: options.reverse ? 'ASC' : 'DESC' },
    first: options.limit,
    after: options.after ?? null,
    count: true,
  })
  const { pageInfo, totalCount = 0, eventCursor } = operations
  const nodes = operations.edges.map(({ node }) => node)
  if (output.json) output.document({ operations: nodes, totalCount, ...pageInfo, eventCursor })
  else if (nodes.length === 0) output.note('No operations were found')
  else {
    output.table(
      LIST_HEAD,
      nodes.map((node) => listRow(node, session.now())),
    )
    if (pageInfo.hasNextPage) output.note(`${nodes.length} of ${totalCount}; more with --limit, or --after ${pageInfo.endCursor}`)
  }
}

/** A line of the list. */
export function listRow(operation: Listed, now: number): readonly (string | Cell)[] {
  const { id, functionName, state, attempt, maxAttempts, progress, updatedAt, nextAttemptAt, error } = operation
  const next = nextAttemptAt && Date.parse(nextAttemptAt) > now ? `next ${formatInstant(nextAttemptAt, now)}` : ''
  return [
    id,
    functionName,
    { text: state, colour: colourOf(state) },
    `${attempt}/${maxAttempts}`,
    next || shortProgress(progress ?? null),
    formatInstant(updatedAt, now),
    error?.message ?? '',
  ]
}
