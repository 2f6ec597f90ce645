import { createRecovery } from '../../src/index.ts'

export const CONCURRENCY = 64

/** Opens the engine on a new file, runs the operations whole, each from 64 callers, and answers the milliseconds they took. */
export async function engineRound(file: string, operations: number, around = runs): Promise<number> {
  const recovery = await createRecovery({ store: `sqlite:${file}`, concurrency: CONCURRENCY })
  try {
    const add = recovery.define('add', async ({ a, b }: { a: number; b: number }) => ({ sum: a + b }))
    let next = 0
    const caller = async () => {
      while (next < operations) {
        const a = next++
        const { sum } = await add.run({ a, b: 1 })
        if (sum !== a + 1) throw new Error(`The engine answered ${sum} for ${a} + 1`)
      }
    }
    return await around(async () => {
      await Promise.all(Array.from({ length: CONCURRENCY }, caller))
    })
  } finally {
    await recovery.stop()
  }
}

async function runs(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
