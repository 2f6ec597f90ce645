import type { Attempt } from '../../src/operation/attempt.ts'
import type { StoredEvent } from '../../src/operation/event.ts'
import type { NumberPage, Paged } from '../../src/operation/query.ts'
import type { Step } from '../../src/operation/step.ts'
import type { Store } from '../../src/operation/store.ts'

/** What a store has of one operation. */
export async function attemptsOf(store: Store, id: string, page: NumberPage): Promise<Paged<Attempt>> {
  return (await store.attemptsOf([id], page)).get(id) as Paged<Attempt>
}

export async function stepsOf(store: Store, id: string): Promise<readonly Step[]> {
  return (await store.stepsOf([id])).get(id) as readonly Step[]
}

export async function eventsOf(store: Store, id: string, page: NumberPage): Promise<Paged<StoredEvent>> {
  return (await store.eventsOf([id], page)).get(id) as Paged<StoredEvent>
}
