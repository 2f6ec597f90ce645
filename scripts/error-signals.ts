import { NODE_CODES, SQLITE_CODES } from '../src/policy/error-codes.ts'
import { type ErrorKindName, KINDS } from '../src/policy/error-kinds.ts'
import { TEXTS } from '../src/policy/error-texts.ts'
import { ABORT_NAMES, MISTAKES, NAMES } from '../src/policy/find-signal.ts'
import { byHttpStatus, GRPC, SQLSTATE_CLASSES, SQLSTATES } from '../src/policy/status-codes.ts'

const STATUSES = Array.from({ length: 200 }, (_, index) => 400 + index)

const MOST_STATUSES = 3

/** What is not told by a sign alone. */
const OTHERS: Partial<Record<ErrorKindName, string>> = {
  pushback: 'gRPC 8 without a time to come back',
  interrupted: 'the death of the process',
  unknown: 'anything else',
}

/** What an error of this kind is recognized by: for each sort of sign, the first ones. */
export function signalsOf(name: ErrorKindName): string {
  const signs = [
    ...firstCode(name),
    ...statuses(name),
    ...first(SQLITE_CODES, ([meant]) => meant === name).map(([, code]) => code),
    ...first(Object.entries({ ...SQLSTATES, ...SQLSTATE_CLASSES }), ([, meant]) => meant === name).map(sqlState),
    ...first(Object.entries(GRPC), ([, meant]) => meant === name).map(([status]) => `gRPC ${status}`),
    ...firstName(name),
  ]
  const words = TEXTS.some(([meant]) => meant === name) ? ['words of its message'] : []
  return (signs.length > 0 ? signs : words).join(', ') || (OTHERS[name] ?? '')
}

function statuses(name: ErrorKindName): readonly string[] {
  const meant = STATUSES.filter((status) => byHttpStatus(status) === KINDS[name]).slice(0, MOST_STATUSES)
  return meant.length === 0 ? [] : [`HTTP ${meant.join(' ')}`]
}

function firstCode(name: ErrorKindName): readonly string[] {
  const codes = NODE_CODES.filter(([meant]) => meant === name).map(([, code]) => code ?? '')
  return codes.slice(0, 2)
}

function firstName(name: ErrorKindName): readonly string[] {
  if (name === 'bug') return [...MISTAKES].slice(0, 2)
  if (name === 'cancelled') return [...ABORT_NAMES].slice(0, 1)
  return first([...NAMES], ([, meant]) => meant === name).map(([error]) => error)
}

function sqlState([state]: readonly [string, unknown]): string {
  return `SQLSTATE ${state.length === 2 ? `${state}…` : state}`
}

function first<T>(items: readonly T[], fits: (item: T) => boolean): readonly T[] {
  return items.filter(fits).slice(0, 1)
}
