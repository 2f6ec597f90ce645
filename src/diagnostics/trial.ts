import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recovery } from '../engine/recovery.ts'
import { createRecovery } from '../index.ts'
import type { Store } from '../operation/store.ts'
import type { PolicyOptions } from '../policy/policy.ts'
import { endingEarly } from './ending-early.ts'
import { type FaultServer, startFaultServer } from './fault-server.ts'
import type { Grounds, StoreKind } from './grounds.ts'

/**
 * Waits are short, so that a trial is; and no breaker ends a series of failures that are meant to be. Everything else
 * about retries is as in everyday work.
 */
export const QUICK = {
  initialDelay: 10,
  backoffFactor: 2,
  maxDelay: 200,
  jitter: 0.1,
  circuitBreaker: false,
} as const satisfies PolicyOptions

const STOP_MS = 200

/** One isolated experiment: a folder, engines and servers of its own, all gone when it is over. */
export class Trial {
  readonly grounds: Grounds
  readonly folder: string
  readonly #ends: (() => unknown)[] = []

  private constructor(grounds: Grounds, folder: string) {
    this.grounds = grounds
    this.folder = folder
  }

  /** Runs the experiment and clears up after it, however it ends. When the signal aborts it ends at once. */
  static async run<T>(grounds: Grounds, experiment: (trial: Trial) => Promise<T>): Promise<T> {
    const trial = new Trial(grounds, await temporaryFolder())
    try {
      return await endingEarly(grounds.signal, () => experiment(trial))
    } catch (error) {
      throw withoutPath(error, trial.folder)
    } finally {
      await trial.#end()
    }
  }

  get signal(): AbortSignal {
    return this.grounds.signal
  }

  /** As many failures as are wanted, but no more than the retries of this server can mend; at least one. */
  failures(wanted: number): number {
    return Math.min(wanted, Math.max(1, this.grounds.maxRetries))
  }

  /** An engine of its own; by default on a new store of the configured kind. */
  async engine(options: { readonly store?: Store; readonly concurrency?: number } = {}): Promise<Recovery> {
    const store = options.store ?? (await this.store())
    const recovery = await createRecovery({
      store,
      clock: this.grounds.clock,
      concurrency: options.concurrency ?? 128,
      defaults: { ...QUICK, maxRetries: this.grounds.maxRetries },
      abortGrace: STOP_MS,
    })
    this.defer(() => recovery.stop({ timeoutMs: STOP_MS }))
    return recovery
  }

  /** Opens a store in the folder: a new one, or the one of this name again. */
  async store(kind: StoreKind = this.grounds.kind, name = 'trial.db'): Promise<Store> {
    const store = await this.grounds.openStore(kind, this.file(name))
    this.defer(() => store.close())
    return store
  }

  file(name: string): string {
    return join(this.folder, name)
  }

  async server(): Promise<FaultServer> {
    const server = await startFaultServer(this.grounds.clock)
    this.defer(() => server.close())
    return server
  }

  /** What is to be done at the end; the last one first. */
  defer(end: () => unknown): void {
    this.#ends.push(end)
  }

  async #end(): Promise<void> {
    for (const end of this.#ends.reverse()) {
      // One that cannot be ended must not keep the others from it.
      await Promise.resolve()
        .then(end)
        .catch(() => undefined)
    }
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function temporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'recoverable-diagnostics-'))
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new Error(`No temporary folder could be made (${code}); let TMPDIR name one that this server may write to`, { cause })
  }
}

/** Reports go to clients, who need not know where this server keeps its files. */
function withoutPath(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && error.message.includes(folder))) return error
  return new Error(error.message.replaceAll(folder, '[temporary folder]'), { cause: error })
}
