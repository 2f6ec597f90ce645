import { effect, signal } from '@preact/signals'
import type { ConnectionState } from '../../client/connection.ts'
import { client } from './client.ts'
import { asServerTime, timer } from './time.ts'

const REGAINED_MS = 4000

/** How the connection for live updates is; `retryAt` in the server's time, as `now` is. */
export const connection = signal<ConnectionState>(client.connection)

/** `lost` from the first failure until it is back, which is `regained` for a moment. */
export const connectionNotice = signal<'lost' | 'regained' | null>(null)

/** Counts how often the connection came back: what could not be read meanwhile is read again. */
export const regains = signal(0)

client.onConnection((state) => {
  const waits = state.state === 'closed' && state.retryAt !== null
  connection.value = waits ? { ...state, retryAt: asServerTime(state.retryAt as number) } : state
})

effect(() => {
  const { value } = connection
  if (value.state === 'connected' && connectionNotice.peek() === 'lost') {
    connectionNotice.value = 'regained'
    regains.value = regains.peek() + 1
    timer(REGAINED_MS, () => {
      if (connectionNotice.peek() === 'regained') connectionNotice.value = null
    })
  }
  // Without a next try nothing is wanted: a page without live parts, or the last subscription has ended.
  if (value.state === 'closed' && value.retryAt !== null) connectionNotice.value = 'lost'
})

/** Does not wait any longer for the next try. */
export function retryNow(): void {
  client.retryNow()
}

/** Tries at once when the network is back or somebody looks again; the answer ends it. */
export function retryWhenSeen(): () => void {
  const onVisibility = () => {
    if (!document.hidden) retryNow()
  }
  addEventListener('online', retryNow)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    removeEventListener('online', retryNow)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
