import { type Duration, parseDuration } from '../../operation/duration.ts'
import { FINISHED_STATES, type FinishedState } from '../../operation/state.ts'
import { optionNames, refuseUnknown } from '../../policy/known-options.ts'

/** For how long finished operations are kept, by the state they ended in; `default` is for those that are not named. Null: for ever. */
export type RetentionByState = { readonly [K in FinishedState | 'default']?: Duration | null }

/** For how long things are kept; null: for ever. */
export interface RetentionOptions {
  /** Finished operations, with their attempts and steps. Default 30 days. */
  readonly operations?: Duration | null | RetentionByState
  /** Entries of the event log, and what `performance` counts by time. Default 7 days. */
  readonly events?: Duration | null
}

/** The same in milliseconds. */
export interface RetentionPeriods {
  readonly operationsMs: number | null
  /** States that do not follow `operationsMs`. */
  readonly byStateMs: Readonly<Partial<Record<FinishedState, number | null>>>
  readonly eventsMs: number | null
}

const OPTIONS = optionNames<RetentionOptions>({ operations: true, events: true })
const DEFAULTS = { operations: '30d', events: '7d' } as const

/** @throws InvalidInputError naming the option that nobody knows, or that is no duration */
export function retentionPeriods(options: RetentionOptions = {}): RetentionPeriods {
  refuseUnknown(options, OPTIONS, 'retention')
  const { operations, events } = options
  const eventsMs = periodMs(events, DEFAULTS.events, 'retention.events')
  if (typeof operations !== 'object' || operations === null) {
    return { operationsMs: periodMs(operations, DEFAULTS.operations, 'retention.operations'), byStateMs: {}, eventsMs }
  }
  refuseUnknown(operations, ['default', ...FINISHED_STATES], 'retention.operations')
  const named = FINISHED_STATES.filter((state) => operations[state] !== undefined)
  const entries = named.map((state) => [state, periodMs(operations[state], '', `retention.operations.${state}`)] as const)
  const operationsMs = periodMs(operations.default, DEFAULTS.operations, 'retention.operations.default')
  return { operationsMs, byStateMs: Object.fromEntries(entries), eventsMs }
}

function periodMs(value: Duration | null | undefined, fallback: string, name: string): number | null {
  return value === null ? null : parseDuration(value ?? fallback, name)
}

/** For how long operations that ended in this state are kept. */
export function periodOf({ operationsMs, byStateMs }: RetentionPeriods, state: FinishedState): number | null {
  const own = byStateMs[state]
  return own === undefined ? operationsMs : own
}

/** Whether anything is ever deleted. */
export function deletesAnything(periods: RetentionPeriods): boolean {
  return periods.eventsMs !== null || FINISHED_STATES.some((state) => periodOf(periods, state) !== null)
}
