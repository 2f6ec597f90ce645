import { timer } from './time.ts'

const APART_MS = 1000

/** Runs it at once, and what is asked for within a second afterwards once at the end of that second. */
export function coalesced(run: () => void): () => void {
  let rests = false
  let again = false
  const call = () => {
    if (rests) {
      again = true
      return
    }
    rests = true
    timer(APART_MS, () => {
      rests = false
      if (!again) return
      again = false
      call()
    })
    run()
  }
  return call
}
