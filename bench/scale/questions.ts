import type { Operation } from '../../src/operation/operation.ts'
import { orderValue } from '../../src/operation/order.ts'
import {
  type OperationFilter,
  type OperationOrder,
  type OperationQuery,
  ORDER_FIELDS,
  type Paged,
  type PageKey,
} from '../../src/operation/query.ts'
import { ACTIVE_STATES, FINISHED_STATES, OPERATION_STATES } from '../../src/operation/state.ts'
import type { Store } from '../../src/operation/store.ts'
import { matcher } from '../../src/store/filter.ts'
import { compareKeys } from '../../src/store/order.ts'
import { FUNCTIONS, NOW } from './stored-operations.ts'

/** Something that is asked of a store. */
export interface Question {
  readonly name: string
  readonly kind: 'list' | 'count' | 'status' | 'claim' | 'lookup' | 'retention'
  /**
   * Asks, and answers how many rows came back.
   *
   * @param turn counts the times it was asked, so that each time another place can be asked for
   */
  ask(store: Store, turn: number): Promise<number>
}

const FUNCTION = FUNCTIONS[1]
const PAGE = 20
// A function's operations in one state are few in the small store.
const SHORT_PAGE = 5

const FILTERS: readonly { readonly name: string; readonly filter: OperationFilter; readonly limit: number }[] = [
  { name: 'all', filter: {}, limit: PAGE },
  ...OPERATION_STATES.map((state) => ({ name: state, filter: { states: [state] }, limit: PAGE })),
  { name: 'active', filter: { states: ACTIVE_STATES }, limit: PAGE },
  { name: 'one function', filter: { functionNames: [FUNCTION] }, limit: PAGE },
  { name: 'one function, active', filter: { functionNames: [FUNCTION], states: ACTIVE_STATES }, limit: PAGE },
  ...OPERATION_STATES.map((state) => ({
    name: `one function, ${state}`,
    filter: { functionNames: [FUNCTION], states: [state] },
    limit: SHORT_PAGE,
  })),
]

/** Every filter in every order and direction, from its beginning and from places in the middle; and what is counted or claimed. */
export function questionsOf(sample: readonly Operation[]): readonly Question[] {
  return [...listQuestions(sample), ...countQuestions(), ...engineQuestions(sample)]
}

function listQuestions(sample: readonly Operation[]): readonly Question[] {
  const questions: Question[] = []
  for (const { name, filter, limit } of FILTERS) {
    for (const field of ORDER_FIELDS) {
      const places = middleOf(sample, filter, field)
      for (const direction of ['asc', 'desc'] as const) {
        const query: OperationQuery = { filter, order: { field, direction }, limit }
        const label = `${name}, by ${field} ${direction}`
        questions.push(
          { kind: 'list', name: `${label}, first page`, ask: (store) => pageLength(store, query) },
          {
            kind: 'list',
            name: `${label}, deep page`,
            ask: (store, turn) => pageLength(store, { ...query, after: at(places, turn) }),
          },
        )
      }
    }
  }
  return questions
}

async function pageLength(store: Store, query: OperationQuery): Promise<number> {
  return (await store.list(query)).operations.length
}

/** Places between the fourth and the sixth tenth of what the filter leaves, in that order. */
function middleOf(sample: readonly Operation[], filter: OperationFilter, field: OperationOrder['field']): readonly PageKey[] {
  const keys = sample
    .filter(matcher(filter))
    .map((operation) => ({ value: orderValue(operation, field), id: operation.id }))
    .sort(compareKeys)
  return keys.slice(Math.floor(keys.length * 0.4), Math.ceil(keys.length * 0.6))
}

function at<T>(items: readonly T[], turn: number): T {
  // A stride that meets every place before any of them again, near ones not one after the other.
  return items[(turn * 7919) % items.length] as T
}

function countQuestions(): readonly Question[] {
  const counted = FILTERS.map(({ name, filter }) => question('count', `count of ${name}`, (store) => store.count(filter), one))
  return [...counted, question('status', 'counters', (store) => store.counters(), length)]
}

function engineQuestions(sample: readonly Operation[]): readonly Question[] {
  const longAgo = NOW - 365 * 86_400_000
  const nothingOld = { finished: FINISHED_STATES.map((state) => ({ state, before: longAgo })), entriesBefore: longAgo }
  const id = (turn: number) => at(sample, turn).id
  const ids = (turn: number) => Array.from({ length: PAGE }, (_, i) => id(turn + i))
  // Only answers of the same length compare: one that never began has no attempt.
  const begun = sample.filter(({ sequence }) => sequence > 0)
  const page = { limit: PAGE }
  return [
    question('claim', 'due, half of what waits', (store) => store.due(FUNCTION, NOW, 10), length),
    question('claim', 'due, none of what waits', (store) => store.due(FUNCTION, longAgo, 10), length),
    question('claim', 'next due', (store) => store.nextDueAt(NOW), one),
    question('claim', 'overdue', (store) => store.overdue(NOW, 10), length),
    question('claim', 'next deadline', (store) => store.nextDeadlineAt(NOW), one),
    question('claim', 'running', (store) => store.running(null, PAGE), length),
    question('lookup', 'one operation', (store, turn) => store.operation(id(turn)), one),
    question('lookup', `${PAGE} operations`, (store, turn) => store.operations(ids(turn)), length),
    question('lookup', 'attempts', async (store, turn) => onlyOf(await store.attemptsOf([at(begun, turn).id], page)), length),
    question('lookup', 'events', async (store, turn) => onlyOf(await store.eventsOf([id(turn)], page)), length),
    question('retention', 'nothing to delete', (store) => store.deleteFinished({ state: 'success', before: longAgo }, 500), one),
    question('retention', 'whether to delete', (store) => store.holdsExpired(nothingOld), one),
  ]
}

function question<T>(
  kind: Question['kind'],
  name: string,
  ask: (store: Store, turn: number) => Promise<T>,
  rowsOf: (answer: T) => number,
): Question {
  return { kind, name, ask: async (store, turn) => rowsOf(await ask(store, turn)) }
}

const one = () => 1
const length = (rows: readonly unknown[]) => rows.length

/** The items of the one page that was asked for. */
function onlyOf<T>(pages: ReadonlyMap<string, Paged<T>>): readonly T[] {
  return [...pages.values()].flatMap(({ items }) => items)
}
