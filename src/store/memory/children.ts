import type { Attempt } from '../../operation/attempt.ts'
import type { NumberPage, Paged } from '../../operation/query.ts'
import type { Step } from '../../operation/step.ts'
import { cutPage } from '../number-page.ts'
import type { ChildTable } from './child-table.ts'

/** The same page of the attempts of each of these operations. */
export function attemptPages(
  attempts: ChildTable<Attempt>,
  ids: readonly string[],
  page: NumberPage,
): ReadonlyMap<string, Paged<Attempt>> {
  const ordered = (id: string) => attempts.of(id).toSorted((a, b) => a.sequence - b.sequence)
  return new Map(ids.map((id) => [id, cutPage(ordered(id), page, ({ sequence }) => sequence)]))
}

/** The steps of each of these operations, in the order they finished. */
export function stepLists(steps: ChildTable<Step>, ids: readonly string[]): ReadonlyMap<string, readonly Step[]> {
  return new Map(ids.map((id) => [id, steps.of(id).toSorted((a, b) => a.finishedAt - b.finishedAt)]))
}
