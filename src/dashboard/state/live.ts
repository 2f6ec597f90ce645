import { useEffect, useRef, useState } from 'preact/hooks'
import type { Events } from '../../client/graphql-client.ts'
import type { AfterVariables, EventResult, TypedDocument } from '../../client/typed-document.ts'
import type { Timer } from '../../operation/clock.ts'
import { isPassing, isUnauthenticated } from '../text/error-texts.ts'
import { client } from './client.ts'
import { askToSignIn, signIns } from './session.ts'
import { timer } from './time.ts'
import { tellError } from './toasts.ts'

const REFUSED_WAIT_MS = 5000

type Event<R> = R[keyof R]

/** How a subscription is shown. Each call sees the latest handlers. */
export interface LiveOptions<R> {
  /** Where to begin: the `eventCursor` of what is shown. null waits for it. */
  readonly after: string | null
  readonly onEvent: (event: Event<R>) => void
  /**
   * Events were missed that the server no longer keeps. Reads again what is shown and answers its `eventCursor`; null
   * goes on from now.
   */
  readonly onGap: () => Promise<string | null>
}

/**
 * Follows a subscription from `after` on, through lost connections and restarts, for as long as the component is there.
 * A later `after` is no reason to begin anew: what is read again meanwhile is only newer.
 */
export function useLive<R extends EventResult, V extends AfterVariables>(
  document: TypedDocument<R, V>,
  variables: V,
  options: LiveOptions<R>,
): void {
  const latest = useRef(options)
  latest.current = options
  const key = JSON.stringify(variables)
  const begins = options.after !== null
  const generation = signIns.value
  const [refusals, setRefusals] = useState(0)
  // Begins anew for other variables, after a sign-in, and when the server had too much to do.
  useEffect(() => {
    if (!begins) return
    const { after } = latest.current
    const events = client.subscribe(document, { ...variables, after }, { onGap: () => latest.current.onGap() })
    let again: Timer | null = null
    void follow(events, (event) => latest.current.onEvent(event)).then((error) => {
      if (isPassing(error)) again = timer(REFUSED_WAIT_MS, () => setRefusals((count) => count + 1))
    })
    return () => {
      again?.cancel()
      void events.return?.()
    }
  }, [document, key, begins, generation, refusals])
}

/** Answers the error that ended it; null when it was ended here. */
async function follow<E>(events: Events<E>, onEvent: (event: E) => void): Promise<unknown> {
  try {
    for await (const event of events) onEvent(event)
    return null
  } catch (error) {
    if (isUnauthenticated(error)) askToSignIn()
    else if (!isPassing(error)) tellError('Live updates have stopped; reload the page', error)
    return error
  }
}
