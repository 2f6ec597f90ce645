import { FrameViewer } from '../documents/frame.ts'
import { useQuery } from '../state/query.ts'
import { signOut, token } from '../state/session.ts'
import { words } from '../text/states.ts'
import { Foreign } from './foreign.tsx'
import { Icon } from './icon.tsx'
import './account.css'

/** Who is signed in, what they may do, and the way out; nothing where the server asks nobody. */
export function Account() {
  return token.value === null ? null : <SignedIn />
}

function SignedIn() {
  const viewer = useQuery(FrameViewer, {}).data.value?.viewer
  return (
    <div class="account">
      {viewer?.authenticated === true && (
        <div class="account-name">
          <Icon name="person" />
          <Foreign text={viewer.name ?? ''} clip={60} />
          <span class="muted small">{words(viewer.role)}</span>
        </div>
      )}
      <button type="button" class="button button-quiet" onClick={signOut}>
        Sign out
      </button>
    </div>
  )
}
