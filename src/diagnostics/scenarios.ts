import { InvalidInputError } from '../operation/errors.ts'
import type { Scenario } from './scenario.ts'
import { BROWSER_REFRESH_INSTALLATION } from './scenarios/browser-refresh.ts'
import { CONCURRENT_RECOVERIES, CONCURRENT_USER_OPERATIONS } from './scenarios/concurrency.ts'
import { APP_CRASH_WORKFLOW_IMPORT, DISASTER_RECOVERY_SCENARIO, PROJECT_LIFECYCLE_WITH_CRASHES } from './scenarios/crash.ts'
import { DISK_SPACE_EXHAUSTED } from './scenarios/disk-space.ts'
import { NETWORK_INTERRUPTION_MODEL_DOWNLOAD } from './scenarios/model-download.ts'
import { COMPLETE_MODEL_WORKFLOW } from './scenarios/model-workflow.ts'
import { CONNECTION_FAILURE, NETWORK_TIMEOUT } from './scenarios/network.ts'
import { RESOURCE_CONSTRAINT_RECOVERY } from './scenarios/resource-constraint.ts'
import { SERIES_SCENARIOS } from './scenarios/series.ts'

/** Every scenario there is, the documented ones first. */
export const SCENARIOS: readonly Scenario[] = [
  NETWORK_TIMEOUT,
  CONNECTION_FAILURE,
  DISK_SPACE_EXHAUSTED,
  NETWORK_INTERRUPTION_MODEL_DOWNLOAD,
  APP_CRASH_WORKFLOW_IMPORT,
  BROWSER_REFRESH_INSTALLATION,
  CONCURRENT_RECOVERIES,
  COMPLETE_MODEL_WORKFLOW,
  PROJECT_LIFECYCLE_WITH_CRASHES,
  CONCURRENT_USER_OPERATIONS,
  RESOURCE_CONSTRAINT_RECOVERY,
  DISASTER_RECOVERY_SCENARIO,
  ...SERIES_SCENARIOS,
]

/**
 * Those of `all` with these ids, in the order of `all`; all of them when no id is named.
 *
 * @throws InvalidInputError naming the ids there are when one is unknown
 */
export function chosen<T extends { readonly id: string }>(all: readonly T[], ids: readonly string[] | null): readonly T[] {
  if (ids === null || ids.length === 0) return all
  const known = all.map(({ id }) => id)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined) {
    const shown = JSON.stringify(unknown.slice(0, 80))
    throw new InvalidInputError(`There is no scenario ${shown}; there are: ${known.join(', ')}`, { field: 'scenarios' })
  }
  return all.filter(({ id }) => ids.includes(id))
}
