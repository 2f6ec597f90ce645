import { useRef, useState } from 'preact/hooks'
import { signIn, signInReason } from '../state/session.ts'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'

/** Asks for a token, over whatever page it is: the page goes on with it. */
export function SignIn() {
  const reason = signInReason.value
  return reason === null ? null : <SignInForm reason={reason} />
}

function SignInForm({ reason }: { readonly reason: string }) {
  const [remember, setRemember] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: Event) => {
    event.preventDefault()
    const value = field.current?.value.trim() ?? ''
    // What no header can carry cannot be a token.
    if (/^[\x21-\x7e]+$/.test(value)) signIn(value, remember)
    else setFault(value === '' ? 'Enter a token.' : 'A token has no spaces and no letters beyond a to z. Copy it once more.')
  }
  return (
    // Escape leads nowhere: there is nothing to see without a token.
    <Dialog title="Sign in" onClose={() => undefined} isLasting>
      <p>{reason}</p>
      <form class="stack" onSubmit={submit}>
        <Field label="Token" fault={fault}>
          {(control) => <input {...control} ref={field} class="input mono" type="password" autocomplete="current-password" />}
        </Field>
        <label class="check">
          <input type="checkbox" checked={remember} onChange={({ currentTarget }) => setRemember(currentTarget.checked)} />
          Remember it in this browser
        </label>
        <div class="dialog-actions">
          <button type="submit" class="button button-primary">
            Sign in
          </button>
        </div>
      </form>
    </Dialog>
  )
}
