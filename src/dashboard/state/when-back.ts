import { effect, untracked } from '@preact/signals'
import { regains } from './connection.ts'
import { signIns } from './session.ts'

/** Calls when what was read may be another: after a sign-in, and when a lost connection is back. The answer ends it. */
export function whenBack(run: () => void): () => void {
  let isFirst = true
  return effect(() => {
    signIns.value
    regains.value
    if (!isFirst) untracked(run)
    isFirst = false
  })
}
