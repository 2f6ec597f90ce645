import { expect } from '../expect.ts'
import { Trial } from '../trial.ts'
import type { Check } from './check.ts'

const INPUT = { text: 'Ünïcödé ✓', nested: [1, { deep: [null, true] }] }

/** A store of the configured kind is written, closed, opened and read; and the configured store itself is written to. */
export const PERSISTENCE: Check = {
  name: 'persistence',
  run: async (grounds, probeStore) => {
    await probeStore()
    return Trial.run(grounds, async (trial) => {
      const store = await trial.store()
      const first = await trial.engine({ store })
      const work = first.define('echo', async (input: typeof INPUT, { step }) => step('echoed', () => input))
      const { id } = await work.start(INPUT)
      await first.ending(id)
      const written = await first.requireOperation(id)
      expect(sameJson(written.result, INPUT), 'An operation answered something else than it was given')
      if (grounds.kind === 'memory') return 'The store is written and read. It is kept in memory: a restart loses it'
      await first.stop()

      const second = await trial.engine({ store: await trial.store() })
      const read = await second.requireOperation(id)
      expect(sameJson(read, written), 'After it was closed and opened again the store answers another operation')
      const [stored] = await second.steps(id)
      expect(sameJson(stored?.output, INPUT), 'After it was closed and opened again the store has lost a step')
      return 'The store is written; one of its kind was closed, opened again and had lost nothing'
    })
  },
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
