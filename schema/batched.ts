import DataLoader from 'dataloader'

interface Asked<A> {
  readonly id: string
  readonly args: A
}

/**
 * Makes a lookup by id of a lookup of many: what is asked for in one turn of the loop is read by one call, or by one for
 * each set of arguments that were asked with. It remembers nothing, so that no answer is older than its question: the
 * context of a subscription lives for as long as the subscription.
 */
export function batched<T, A extends readonly unknown[] = []>(
  readMany: (ids: readonly string[], ...args: A) => Promise<ReadonlyMap<string, T>>,
): (id: string, ...args: A) => Promise<T | undefined> {
  const loader = new DataLoader((asked: readonly Asked<A>[]) => readTogether(asked, readMany), { cache: false })
  return (id, ...args) => loader.load({ id, args })
}

async function readTogether<T, A extends readonly unknown[]>(
  asked: readonly Asked<A>[],
  readMany: (ids: readonly string[], ...args: A) => Promise<ReadonlyMap<string, T>>,
): Promise<(T | undefined)[]> {
  const keys = asked.map(({ args }) => JSON.stringify(args))
  const groups = new Map<string, { readonly args: A; readonly ids: Set<string> }>()
  for (const [index, { id, args }] of asked.entries()) {
    const key = keys[index] as string
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { args, ids: new Set([id]) })
    else group.ids.add(id)
  }
  const reads = Array.from(groups, async ([key, { args, ids }]) => [key, await readMany([...ids], ...args)] as const)
  const found = new Map(await Promise.all(reads))
  return asked.map(({ id }, index) => found.get(keys[index] as string)?.get(id))
}
