import type { Command } from 'commander'
import type { BulkFieldsFragment, OperationFilter } from '../client/gql/graphql.ts'
import type { Api } from './api.ts'
import { CliError } from './cli-error.ts'
import { CountOperations } from './documents/operations.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { FILTER_KEYS, type FilterOptions, filterPair, toFilter } from './filter.ts'
import { formatNumber } from './format/units.ts'
import type { Session } from './session.ts'

/** The options of what can be done to many operations at once. */
export interface BulkOptions {
  readonly filter?: FilterOptions
  readonly all?: true
  readonly yes?: true
}

/** Which operations, as the API takes it. */
export interface Selection {
  readonly filter: OperationFilter
  readonly all: boolean
}

/** Adds `--filter`, `--all` and `--yes`. */
export function addBulkOptions(command: Command): Command {
  return command
    .option('--filter <key=value...>', `those that are so: ${FILTER_KEYS}`, filterPair)
    .option('--all', 'all operations')
    .option('--yes', 'do not ask whether you are sure')
}

/** Whether the options choose operations by what they are; null when they do not. @throws CliError USAGE for both ways at once */
export function selectionOf(ids: readonly string[], options: BulkOptions, now: number): Selection | null {
  const { filter, all = false } = options
  if (filter === undefined && !all) {
    if (ids.length === 0) throw new CliError('USAGE', 'Name the ids of operations, or choose them with --filter or --all')
    return null
  }
  if (ids.length > 0) throw new CliError('USAGE', 'Name ids, or choose operations with --filter or --all, but not both')
  if (filter !== undefined && all) throw new CliError('USAGE', 'Use --filter or --all, but not both')
  return { filter: filter === undefined ? {} : toFilter(filter, now), all }
}

/**
 * Does something to many operations, once a person (or `--yes`) has agreed, and tells what came of it. Answers 1 when
 * there were such operations and nothing could be done to any of them.
 */
export async function controlMany(
  session: Session,
  selection: Selection,
  options: BulkOptions,
  control: (api: Api, selection: Selection) => Promise<BulkFieldsFragment>,
): Promise<ExitCode> {
  const api = await session.api()
  if (options.yes !== true && !(await isAgreed(session, api, selection))) {
    session.output.note('Nothing was done')
    return EXIT.failed
  }
  const outcome = await control(api, selection)
  tell(session, outcome)
  return outcome.changed === 0 && outcome.skippedCount > 0 ? EXIT.failed : EXIT.ok
}

async function isAgreed({ world }: Session, api: Api, { filter }: Selection): Promise<boolean> {
  if (world.ask === null) throw new CliError('USAGE', 'This changes many operations at once: say --yes when nobody can be asked')
  const { operations } = await api.request(CountOperations, { filter })
  const answer = await world.ask(`Up to ${formatNumber(operations.totalCount)} operations are meant. Go on? [y/N] `)
  return /^y(es)?$/i.test(answer.trim())
}

function tell({ output }: Session, outcome: BulkFieldsFragment): undefined {
  const { matched, changed, skipped, skippedCount, operation } = outcome
  if (output.json) return output.document(outcome)
  if (operation) {
    const follow = `Follow it with: recoverable watch ${operation.id}`
    return output.say(`About ${formatNumber(matched)} operations are changed in the background. ${follow}`)
  }
  output.say(`${formatNumber(changed)} of ${formatNumber(matched)} changed`)
  if (skippedCount === 0) return
  output.note(
    `${formatNumber(skippedCount)} ${skippedCount === 1 ? 'was left as it was' : 'were left as they were'}${skipped.length < skippedCount ? '; the first of them:' : ':'}`,
  )
  for (const { id, reason } of skipped) output.note(`  ${id}  ${reason}`)
}
