import { InvalidArgumentError } from 'commander'
import type { JsonObject } from '../operation/json.ts'
import { beforeNow, type Instant, keyValue, oneOf, splitPair, texts } from './command-options.ts'
import type { ErrorCategory, OperationFilter, OperationState } from './gql/graphql.ts'

export const STATES = [
  'PENDING',
  'IN_PROGRESS',
  'RECOVERING',
  'PAUSED',
  'SUCCESS',
  'FAILED',
  'EXHAUSTED',
  'CANCELLED',
] as const satisfies readonly OperationState[]

export const CATEGORIES = [
  'NETWORK',
  'TIMEOUT',
  'VALIDATION',
  'PERMISSION',
  'RESOURCE',
  'SERVICE',
  'SYSTEM',
  'INTERRUPTED',
  'UNKNOWN',
] as const satisfies readonly ErrorCategory[]

/** Which operations, as the options of a command say it. */
export interface FilterOptions {
  readonly id?: readonly string[]
  readonly state?: readonly OperationState[]
  readonly active?: boolean
  readonly function?: readonly string[]
  readonly category?: readonly ErrorCategory[]
  readonly search?: string
  readonly metadata?: JsonObject
  readonly recovered?: boolean
  readonly failedAttempts?: boolean
  /** Those that were created since then, and before then. */
  readonly since?: Instant
  readonly before?: Instant
}

/** The options as the API takes them. */
export function toFilter(options: FilterOptions, now: number): OperationFilter {
  const { active, search, metadata, recovered } = options
  const given = {
    ids: options.id,
    states: options.state,
    active,
    functionNames: options.function,
    categories: options.category,
    search,
    metadata,
    recovered,
    hasFailedAttempts: options.failedAttempts,
    createdAfter: options.since?.(now),
    createdBefore: options.before?.(now),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** What `--filter` can choose by, for people. */
export const FILTER_KEYS =
  'state=, function=, category=, search=, metadata.KEY=, id=, active=, recovered=, failed-attempts=, since= or before='

/** Reads one `key=value` of `--filter` and adds it to those before. */
export function filterPair(text: string, before: FilterOptions = {}): FilterOptions {
  const [key, value] = splitPair(text)
  const name = key.replace(/s$/, '')
  switch (name) {
    case 'id':
      return { ...before, id: texts(value, before.id) }
    case 'state':
      return { ...before, state: oneOf(STATES)(value, before.state) }
    case 'function':
      return { ...before, function: texts(value, before.function) }
    case 'category':
    case 'categorie':
      return { ...before, category: oneOf(CATEGORIES)(value, before.category) }
    case 'search':
      return { ...before, search: value }
    case 'active':
      return { ...before, active: yesOrNo(name, value) }
    case 'recovered':
      return { ...before, recovered: yesOrNo(name, value) }
    case 'failed-attempt':
      return { ...before, failedAttempts: yesOrNo(key, value) }
    case 'since':
    case 'before':
      return { ...before, [name]: beforeNow(value) }
    default:
      if (key.startsWith('metadata.') && key.length > 9) {
        return { ...before, metadata: keyValue(`${key.slice(9)}=${value}`, before.metadata) }
      }
      throw new InvalidArgumentError(`It begins with ${FILTER_KEYS}.`)
  }
}

function yesOrNo(key: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  throw new InvalidArgumentError(`${key} is true or false.`)
}
