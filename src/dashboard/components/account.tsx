import { signOut, token } from '../state/session.ts'
import { Icon } from './icon.tsx'

/** Who is signed in, and the way out; nothing where the server asks nobody. */
export function Account() {
  if (token.value === null) return null
  return (
    <button type="button" class="button button-quiet" onClick={signOut}>
      <Icon name="person" />
      Sign out
    </button>
  )
}
