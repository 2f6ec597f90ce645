import { timer } from './time.ts'

/**
 * Runs it a while after it was asked for, never twice at once, and once more when it was asked for while it ran. For what is
 * too dear to be read again with each event.
 */
export function spaced(run: () => Promise<unknown>, gapMs: () => number): () => void {
  let state: 'idle' | 'waits' | 'runs' | 'runs, wanted again' = 'idle'
  const wait = () => {
    state = 'waits'
    timer(gapMs(), () => void go())
  }
  const go = async () => {
    state = 'runs'
    await run()
    if (isWanted()) wait()
    else state = 'idle'
  }
  const isWanted = () => state === 'runs, wanted again'
  return () => {
    if (state === 'idle') wait()
    else if (state === 'runs') state = 'runs, wanted again'
  }
}
