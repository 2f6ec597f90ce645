import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished, vi } from 'vitest'
import { Diagnostics } from '../../src/diagnostics/diagnostics.ts'
import { type OpenStore, openIsolatedStore } from '../../src/diagnostics/grounds.ts'
import { createSystemClock } from '../../src/engine/system.ts'
import { createRecovery, StoreUnavailableError } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface Served {
  /** Default: in memory. */
  readonly store?: Store | 'sqlite'
  readonly maxRetries?: number
  /** How isolated stores are opened. */
  readonly openStore?: OpenStore
}

/** An engine as it is served, in real time, with its diagnostics. */
export async function served({ store = 'sqlite', maxRetries = 5, openStore }: Served = {}) {
  const clock = createSystemClock()
  const recovery = await createRecovery({
    store: store === 'sqlite' ? `sqlite:${join(await tempFolder(), 'recovery.db')}` : store,
    defaults: { maxRetries },
    clock,
    open: false,
  })
  onTestFinished(() => recovery.stop({ timeoutMs: 1000 }))
  const diagnostics = new Diagnostics({ recovery, clock, ...(openStore === undefined ? {} : { openStore }) })
  await recovery.open()
  return { recovery, diagnostics, clock }
}

/** A store in which one method behaves otherwise. */
export function changed<K extends keyof Store>(inner: Store, method: K, behave: (original: Store[K]) => Store[K]): Store {
  return new Proxy(inner, {
    get(target, name) {
      const member = Reflect.get(target, name, target) as unknown
      if (typeof member !== 'function') return member
      const bound = member.bind(target)
      return name === method ? behave(bound) : bound
    },
  })
}

/** Isolated stores that refuse every commit. */
export const brokenStores: OpenStore = async (kind, file) =>
  changed(await openIsolatedStore(kind, file), 'commit', () => async (changes) => {
    return changes.map(() => ({ kind: 'unavailable', error: new StoreUnavailableError('The disk is broken') }))
  })

/** Isolated stores each of whose commits takes `ms` longer. */
export function slowStores(ms: number): OpenStore {
  return async (kind, file) =>
    changed(await openIsolatedStore(kind, file), 'commit', (commit) => async (changes) => {
      await sleep(ms)
      return commit(changes)
    })
}

/** Trials of this test leave their traces in a folder of its own; answers what is in there. */
export async function traces(): Promise<() => Promise<readonly string[]>> {
  const folder = await tempFolder()
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  return () => readdir(folder)
}
