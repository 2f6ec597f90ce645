import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { TypedDocument } from '../../client/typed-document.ts'
import { isForbidden, isUnauthenticated } from '../text/error-texts.ts'
import { Again } from './again.ts'
import { client } from './client.ts'
import { askToSignIn } from './session.ts'
import { spaced } from './spaced.ts'
import { whenBack } from './when-back.ts'

const GAP_MS = 1000

/** How far refreshes are apart, by what was answered last. */
type GapMs<R> = (data: R | null) => number

/**
 * What a query answered last. What was shown stays while it is asked again, also when that fails. When the server or its
 * store is away it asks again by itself, less and less often.
 */
export class Query<R> {
  readonly #read: (signal: AbortSignal) => Promise<R>
  readonly #data = signal<R | null>(null)
  readonly #error = signal<unknown>(null)
  readonly #isLoading = signal(true)
  #asked = 0
  #aborts = new AbortController()
  #lastAsk: Promise<R | null> = Promise.resolve(null)
  readonly #again = new Again(() => void this.reload())
  /** What has happened since the answer that is on its way was asked for. */
  #meanwhile: ((data: R) => R)[] = []

  /**
   * Asks soon: of many calls within a second, or within the gap that was given, one ask is made. For what events say has
   * changed. However fast they come, an answer that is on its way is waited for and not overtaken.
   */
  readonly refresh: () => void

  constructor(read: (signal: AbortSignal) => Promise<R>, gapMs: GapMs<R> = () => GAP_MS) {
    this.#read = read
    this.refresh = spaced(() => this.#askAgain(), { gapMs: () => gapMs(this.#data.peek()) })
  }

  /** null until the first answer. */
  get data(): ReadonlySignal<R | null> {
    return this.#data
  }

  /** Why the last ask failed; null when it did not. */
  get error(): ReadonlySignal<unknown> {
    return this.#error
  }

  get isLoading(): ReadonlySignal<boolean> {
    return this.#isLoading
  }

  /** Asks now. Answers what came, to another ask when that has overtaken it; null when it failed or was closed. */
  reload(): Promise<R | null> {
    const answer = this.#ask()
    this.#lastAsk = answer
    return answer
  }

  async #ask(): Promise<R | null> {
    const asked = ++this.#asked
    this.#again.cancel()
    this.#meanwhile = []
    this.#isLoading.value = true
    const answer = await this.#read(this.#aborts.signal)
      .then((data) => ({ data, error: null }))
      .catch((error: unknown) => ({ data: null, error }))
    if (this.#aborts.signal.aborted) return null
    if (asked !== this.#asked) return this.#lastAsk
    this.#isLoading.value = false
    this.#error.value = answer.error
    this.#again.after(answer.error)
    if (isUnauthenticated(answer.error)) askToSignIn()
    // What another person saw is not for whoever is signed in now.
    if (isForbidden(answer.error)) this.#data.value = null
    if (answer.data === null) return null
    this.#data.value = this.#meanwhile.reduce<R>((known, change) => change(known), answer.data)
    return answer.data
  }

  async #askAgain(): Promise<void> {
    await this.#lastAsk
    if (!this.#aborts.signal.aborted) await this.reload()
  }

  /**
   * Changes what is shown to what is known already, by an event or the answer of a mutation. An answer that is on its way
   * may be older: it is changed likewise.
   */
  change(change: (data: R) => R): void {
    if (this.#isLoading.peek()) this.#meanwhile.push(change)
    const data = this.#data.peek()
    if (data !== null) this.#data.value = change(data)
  }

  close(): void {
    this.#again.cancel()
    this.#aborts.abort()
  }

  open(): void {
    if (this.#aborts.signal.aborted) this.#aborts = new AbortController()
    void this.reload()
  }
}

interface QueryOptions<R> {
  readonly gapMs?: GapMs<R>
  /** Whether it is time to ask. Default: true. */
  readonly isWanted?: boolean
}

/**
 * Asks a query when the component appears, when its variables change, after a sign-in, and when a lost connection is
 * back; not before it is wanted.
 */
export function useQuery<R, V>(document: TypedDocument<R, V>, variables: V, options: QueryOptions<R> = {}): Query<R> {
  const key = JSON.stringify(variables)
  // Variables are the same as long as their key is.
  const query = useMemo(() => {
    return new Query((aborts) => client.query(document, ...([variables, { signal: aborts }] as never)), options.gapMs)
  }, [document, key])
  const { isWanted = true } = options
  useEffect(() => {
    if (!isWanted) return
    query.open()
    const stop = whenBack(() => void query.reload())
    return () => {
      stop()
      query.close()
    }
  }, [query, isWanted])
  return query
}

/** For `useLive`: from what a query answered on, which is asked again when events were missed. */
export function following<R>(query: Query<R>, cursorOf: (data: R) => string | null) {
  const cursor = (data: R | null) => (data === null ? null : cursorOf(data))
  return { after: cursor(query.data.value), onGap: async () => cursor(await query.reload()) }
}
