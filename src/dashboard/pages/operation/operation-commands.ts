import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ClientError } from '../../../client/client-error.ts'
import { confirm } from '../../components/confirm.tsx'
import {
  CancelShownOperation,
  DeleteShownOperation,
  PauseShownOperation,
  ResumeShownOperation,
  RetryShownOperation,
} from '../../documents/operation-controls.ts'
import { act } from '../../state/act.ts'
import { tellError } from '../../state/toasts.ts'
import type { Head } from './shown-operation.ts'
import type { OperationView } from './use-operation.ts'

/** A window that one of the commands asks in. */
export type Asking = 'cancel' | 'force-retry' | 'changed-input'

export interface RetryChoices {
  readonly force?: boolean
  readonly maxAttempts?: number
  readonly input?: unknown
}

export type Commands = ReturnType<typeof useCommands>

/**
 * What a person can do to the operation. Each is done once at a time, and its answer shown at once. Another one needs not wait
 * for that: an event may have shown before the answer that it is possible.
 */
export function useCommands({ id, shown }: OperationView) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const busy = useRef(new Set<string>())
  const { route } = useLocation()
  const once = async (name: string, command: () => Promise<{ readonly operation: Head } | null>): Promise<boolean> => {
    if (busy.current.has(name)) return false
    busy.current.add(name)
    const payload = await command().finally(() => {
      busy.current.delete(name)
    })
    if (payload !== null) shown.left(payload.operation)
    return payload !== null
  }
  const offerForce = ({ code }: ClientError) => {
    if (code === 'NEEDS_FORCE') setAsking('force-retry')
    return code === 'NEEDS_FORCE'
  }
  return {
    asking,
    ask: setAsking,
    answered: () => setAsking(null),
    pause: () => once('pause', () => act(PauseShownOperation, { input: { id } }, PAUSE)),
    resume: () => once('resume', () => act(ResumeShownOperation, { input: { id } }, RESUME)),
    /** `onFailed` may tell of it in its own place, by answering true. */
    retry: (choices: RetryChoices = {}, onFailed: (error: ClientError) => boolean = offerForce) =>
      once('retry', () => act(RetryShownOperation, { input: { id, ...choices } }, { ...RETRY, onFailed })),
    cancel: (reason: string) =>
      once('cancel', () => act(CancelShownOperation, { input: { id, ...(reason !== '' && { reason }) } }, CANCEL)),
    remove: async () => {
      if (await removed(id)) route('/operations')
    },
  }
}

const PAUSE = { done: 'Operation paused', failed: 'Could not pause the operation' }
const RESUME = { done: 'Operation resumed', failed: 'Could not resume the operation' }
const RETRY = { done: 'The next attempt is on its way', failed: 'Could not retry the operation' }
const CANCEL = { done: 'Operation cancelled', failed: 'Could not cancel the operation' }
const DELETE_FAILED = 'Could not delete the operation'

async function removed(id: string): Promise<boolean> {
  const yes = await confirm({
    title: 'Delete this operation?',
    text: 'Its attempts, steps, input and result are deleted with it, and its id is free again. This cannot be undone.',
    yes: 'Delete operation',
    no: 'Keep it',
    isDangerous: true,
  })
  if (!yes) return false
  const input = { filter: { ids: [id] } }
  const texts = {
    done: ({ changed }: { changed: number }) => (changed > 0 ? 'Operation deleted' : 'Nothing was deleted'),
    failed: DELETE_FAILED,
  }
  const result = await act(DeleteShownOperation, { input }, texts)
  const skipped = result?.skipped[0]
  if (skipped !== undefined) tellError(DELETE_FAILED, skipped.reason)
  return result !== null && result.changed > 0
}
