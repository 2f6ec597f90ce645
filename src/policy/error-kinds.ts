import type { ErrorCategory, ErrorSeverity } from '../operation/operation-error.ts'
import { REMEDIES } from './remedies.ts'

/**
 * What an attempt says about the health of what it calls. `ignored`: nothing, such as refused input or a lost race for
 * a lock; counting it would close the door on everybody because of one caller's mistake.
 */
export type BreakerOutcome = 'success' | 'ignored' | 'failure'

/** A kind of error: what it means, and what is to be done about it. */
export interface ErrorKind {
  readonly category: ErrorCategory
  readonly subcategory: string
  readonly severity: ErrorSeverity
  /** How likely a retry mends it, from 0 to 1. */
  readonly recoverability: number
  readonly retryable: boolean
  readonly breaker: BreakerOutcome
  /** What a person can do about it, in plain words. */
  readonly remedy: string
}

type Row = readonly [ErrorCategory, string, ErrorSeverity, number, boolean, BreakerOutcome]

// Subcategories are stored with operations: one that is here is never renamed. The first row of a subcategory is what
// a classifier means that names it. Local resources count as failures for the breaker (more calls make it worse); a lock
// held by others does not (whoever holds it works). Unknown errors count: else a breaker would never open for `new Error('…')`.
const ROWS = {
  connection: ['network', 'network_connection', 'medium', 0.8, true, 'failure'],
  dns: ['network', 'network_dns', 'high', 0.5, true, 'failure'],
  tls: ['network', 'network_ssl', 'high', 0.2, false, 'failure'],
  timeout: ['timeout', 'network_timeout', 'medium', 0.8, true, 'failure'],
  unavailable: ['service', 'service_unavailable', 'high', 1, true, 'failure'],
  rateLimit: ['service', 'service_rate_limit', 'medium', 1, true, 'failure'],
  maintenance: ['service', 'service_maintenance', 'low', 1, true, 'failure'],
  disk: ['resource', 'resource_disk', 'critical', 0.2, false, 'failure'],
  memory: ['resource', 'resource_memory', 'critical', 0.5, true, 'failure'],
  cpu: ['resource', 'resource_cpu', 'medium', 0.8, true, 'failure'],
  quota: ['resource', 'resource_quota', 'medium', 1, true, 'failure'],
  // As a quota it is tried again slowly: space comes back when somebody makes some.
  storage: ['resource', 'resource_quota', 'high', 0.5, true, 'failure'],
  pushback: ['resource', 'resource_quota', 'medium', 0.5, false, 'failure'],
  handles: ['resource', 'resource_handles', 'medium', 0.8, true, 'failure'],
  contention: ['resource', 'resource_contention', 'medium', 0.8, true, 'ignored'],
  fileAccess: ['permission', 'permission_file', 'high', 0, false, 'ignored'],
  api: ['permission', 'permission_api', 'high', 0.2, false, 'ignored'],
  auth: ['permission', 'permission_auth', 'high', 0.2, false, 'ignored'],
  schema: ['validation', 'validation_schema', 'medium', 0, false, 'ignored'],
  data: ['validation', 'validation_data', 'medium', 0.2, false, 'ignored'],
  missing: ['validation', 'validation_data', 'medium', 0.2, false, 'ignored'],
  format: ['validation', 'validation_format', 'low', 0.2, false, 'ignored'],
  dependency: ['system', 'system_dependency', 'critical', 0, false, 'ignored'],
  configuration: ['system', 'system_configuration', 'high', 0, false, 'ignored'],
  corrupt: ['system', 'system_corruption', 'critical', 0.2, false, 'failure'],
  bug: ['system', 'system_bug', 'high', 0, false, 'ignored'],
  cancelled: ['unknown', 'cancelled', 'low', 0, false, 'ignored'],
  interrupted: ['interrupted', 'interrupted', 'medium', 1, true, 'ignored'],
  unknown: ['unknown', 'unknown', 'medium', 0.5, true, 'failure'],
} as const satisfies Record<keyof typeof REMEDIES, Row>

export type ErrorKindName = keyof typeof ROWS

/** The kinds by their names. */
export const KINDS = Object.fromEntries(
  Object.entries<Row>(ROWS).map(([name, [category, subcategory, severity, recoverability, retryable, breaker]]) => [
    name,
    { category, subcategory, severity, recoverability, retryable, breaker, remedy: REMEDIES[name as ErrorKindName] },
  ]),
) as Readonly<Record<ErrorKindName, ErrorKind>>

const BY_SUBCATEGORY: ReadonlyMap<string, ErrorKind> = new Map(
  Object.values(KINDS)
    .toReversed()
    .map((kind) => [kind.subcategory, kind]),
)

/** The kind that a subcategory's name means; undefined for a name that is not ours. */
export function kindOfSubcategory(subcategory: string): ErrorKind | undefined {
  return BY_SUBCATEGORY.get(subcategory)
}

const BY_CATEGORY: Readonly<Record<ErrorCategory, ErrorKind>> = {
  network: KINDS.connection,
  timeout: KINDS.timeout,
  validation: KINDS.data,
  permission: KINDS.api,
  resource: KINDS.handles,
  service: KINDS.unavailable,
  system: { ...KINDS.configuration, remedy: KINDS.unknown.remedy },
  interrupted: KINDS.interrupted,
  unknown: KINDS.unknown,
}

/** What a category means for whoever names nothing closer: its subcategory has the same name. */
export function kindOfCategory(category: ErrorCategory): ErrorKind {
  return { ...BY_CATEGORY[category], subcategory: category }
}
