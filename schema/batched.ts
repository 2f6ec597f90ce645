interface Batch<T> {
  readonly ids: Set<string>
  readonly found: Promise<ReadonlyMap<string, T>>
}

/**
 * Makes a lookup by id of a lookup of many: what is asked for in one turn of the loop is loaded by one call.
 * It remembers nothing, so that no answer is older than its question.
 */
export function batched<T extends { readonly id: string }>(
  loadMany: (ids: readonly string[]) => Promise<readonly T[]>,
): (id: string) => Promise<T | null> {
  let open: Batch<T> | null = null

  function newBatch(): Batch<T> {
    const ids = new Set<string>()
    const found = endOfTurn().then(async () => {
      open = null
      const items = await loadMany([...ids])
      return new Map(items.map((item) => [item.id, item]))
    })
    return { ids, found }
  }

  return async (id) => {
    open ??= newBatch()
    open.ids.add(id)
    return (await open.found).get(id) ?? null
  }
}

/** After the promises that are settling now, so that resolvers started by them join the batch. */
function endOfTurn(): Promise<void> {
  return Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)))
}
