import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { StartByHand } from '../../documents/functions.ts'
import { operationHref } from '../../hrefs.ts'
import { RefusedError, send } from '../../state/act.ts'
import { read, write } from '../../state/stored.ts'
import { tell } from '../../state/toasts.ts'
import { errorText } from '../../text/error-texts.ts'
import {
  EMPTY_DRAFT,
  fieldOf,
  readDraft,
  type StartDraft,
  type StartFaults,
  type StartField,
  type StartValues,
  startValues,
  writeDraft,
} from './start-draft.ts'

/** Why an operation was not started, and which one is there already. */
interface Refused {
  readonly text: string
  readonly existingId: string | null
}

export interface Start {
  readonly draft: ReadonlySignal<StartDraft>
  readonly faults: ReadonlySignal<StartFaults>
  readonly refused: ReadonlySignal<Refused | null>
  readonly isSending: ReadonlySignal<boolean>
  readonly change: (field: StartField, text: string) => void
  /** What the editor found in the input; null while it is not valid. */
  readonly setInput: (valid: { readonly value: unknown } | null) => void
  /** What would be sent; null when something is wrong, which is marked then. */
  readonly check: () => StartValues | null
  readonly send: () => Promise<void>
  readonly clear: () => void
}

const NO_FAULTS: StartFaults = {}
const thisTab = () => sessionStorage

/** What is typed to start an operation of a function: kept in this tab, so that a reload takes nothing away. */
export function useStart(functionName: string): Start {
  const key = `recoverable.start.${functionName}`
  const draft = useSignal(useMemo(() => readDraft(read(key, thisTab)), [key]))
  const faults = useSignal(NO_FAULTS)
  const refused = useSignal<Refused | null>(null)
  const isSending = useSignal(false)
  const input = useRef<{ readonly value: unknown } | null>(null)
  const { route } = useLocation()
  const set = (next: StartDraft) => {
    draft.value = next
    refused.value = null
    write(key, writeDraft(next), thisTab)
  }
  const check = () => {
    const checked = startValues(functionName, draft.peek(), input.current)
    faults.value = 'faults' in checked ? checked.faults : NO_FAULTS
    return 'faults' in checked ? null : checked.values
  }
  const fail = (error: unknown) => {
    const field = error instanceof RefusedError ? fieldOf(error.field) : null
    if (field !== null) faults.value = { [field]: errorText(error) }
    else refused.value = { text: errorText(error), existingId: error instanceof RefusedError ? error.existingId : null }
  }
  const start = async () => {
    refused.value = null
    const values = check()
    if (values === null || isSending.peek()) return
    isSending.value = true
    try {
      const { operation, deduplicated } = await send(StartByHand, { input: values })
      write(key, null, thisTab)
      tell(deduplicated ? 'It was there already, with the same input: nothing was started anew' : 'Operation started')
      route(operationHref(operation.id))
    } catch (error) {
      fail(error)
    } finally {
      isSending.value = false
    }
  }
  return {
    draft,
    faults,
    refused,
    isSending,
    check,
    send: start,
    change: (field, text) => {
      const { [field]: _, ...others } = faults.peek()
      faults.value = others
      set({ ...draft.peek(), [field]: text })
    },
    setInput: (valid) => {
      input.current = valid
    },
    clear: () => {
      faults.value = NO_FAULTS
      set(EMPTY_DRAFT)
    },
  }
}
