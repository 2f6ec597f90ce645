import type { OperationUpdate, Recovery, WatchOptions } from '../../src/index.ts'

/** Collects what a subscriber is told until it is stopped. */
export function collect(recovery: Recovery, options: WatchOptions = {}) {
  const updates: OperationUpdate[] = []
  const stop = new AbortController()
  const ended = (async () => {
    for await (const update of recovery.watch({ ...options, signal: stop.signal })) updates.push(update)
  })()
  return { updates, types: () => updates.map(nameOf), stop: () => stop.abort(), ended }
}

export function nameOf(update: OperationUpdate): string {
  return update.kind === 'progress' ? 'progress' : update.event.type
}
