import { countOf, countText } from './numbers.ts'

export interface BulkOutcome {
  readonly changed: number
  readonly skippedCount: number
}

/** What came of something done to many: `12 operations paused, 3 left as they were`. */
export function outcomeText(done: string, { changed, skippedCount }: BulkOutcome): string {
  const text = `${countOf(changed, 'operation')} ${done}`
  return skippedCount === 0 ? text : `${text}, ${countText(skippedCount)} left as ${skippedCount === 1 ? 'it was' : 'they were'}`
}
