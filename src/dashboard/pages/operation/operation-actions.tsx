import type { OperationAction } from '../../gql/graphql.ts'
import { firstClick } from '../../state/act.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { MAY_ONLY_LOOK } from '../../text/roles.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { ChangedInputDialog } from './changed-input-dialog.tsx'
import { ForceRetryDialog } from './force-retry-dialog.tsx'
import { type Commands, useCommands } from './operation-commands.ts'
import type { Head } from './shown-operation.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import type { OperationView } from './use-operation.ts'

/** What a person can do to the operation now. What cannot be done is not there: its place tells nothing. */
export function OperationActions({ view, head }: { readonly view: OperationView; readonly head: Head }) {
  const commands = useCommands(view)
  const viewer = view.surroundings.data.value?.viewer
  const isOver = head.finishedAt !== null
  const may = (action: OperationAction) => head.availableActions.includes(action)
  const data = view.shown.data.value
  const schema = view.surroundings.data.value?.functions.find(({ name }) => name === head.functionName)?.inputSchema ?? null
  const mayRetryEnded = isOver && (may('RETRY') || may('FORCE_RETRY'))
  const group = useKeptFocus(head.availableActions.join())
  useActionKeys(commands, may)
  if (viewer?.mayOperate === false) return <span class="muted small">{MAY_ONLY_LOOK}</span>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="row" role="group" aria-label="Actions" ref={group} tabIndex={-1}>
      {(may('PAUSE') || may('RESUME')) && (
        <button
          type="button"
          class="button"
          onClick={firstClick(() => void (may('PAUSE') ? commands.pause() : commands.resume()))}
        >
          {may('PAUSE') ? 'Pause' : 'Resume'}
        </button>
      )}
      {may('RETRY') && (
        <button type="button" class="button button-primary" onClick={() => void commands.retry()}>
          {isOver ? 'Retry' : 'Retry now'}
        </button>
      )}
      {may('FORCE_RETRY') && (
        <button type="button" class="button button-primary" onClick={() => commands.ask('force-retry')}>
          Force retry …
        </button>
      )}
      {mayRetryEnded && data !== null && (
        <button type="button" class="button" onClick={() => commands.ask('changed-input')}>
          Retry with changed input …
        </button>
      )}
      {may('CANCEL') && !isOver && (
        <button type="button" class="button button-danger" onClick={() => commands.ask('cancel')}>
          Cancel operation …
        </button>
      )}
      {isOver && viewer?.mayAdminister === true && (
        <button type="button" class="button button-danger" onClick={() => void commands.remove()}>
          Delete …
        </button>
      )}
      {commands.asking === 'cancel' && <CancelDialog commands={commands} />}
      {commands.asking === 'force-retry' && <ForceRetryDialog commands={commands} head={head} />}
      {commands.asking === 'changed-input' && (
        <ChangedInputDialog commands={commands} head={head} input={data?.input} schema={schema} />
      )}
    </div>
  )
}

function useActionKeys({ pause, resume, retry, ask }: Commands, may: (action: OperationAction) => boolean): void {
  useShortcuts([
    ...(may('PAUSE') ? [{ keys: 'p', label: 'Pause the operation', run: () => void pause() }] : []),
    ...(may('RESUME') ? [{ keys: 'p', label: 'Resume the operation', run: () => void resume() }] : []),
    ...(may('RETRY') ? [{ keys: 'r', label: 'Retry the operation', run: () => void retry() }] : []),
    ...(may('FORCE_RETRY') ? [{ keys: 'r', label: 'Force a retry of the operation', run: () => ask('force-retry') }] : []),
    ...(may('CANCEL') ? [{ keys: 'c', label: 'Cancel the operation', run: () => ask('cancel') }] : []),
  ])
}
