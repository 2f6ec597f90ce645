import { signal } from '@preact/signals'
import { read, write } from './stored.ts'

// Who looks at the page. The token stays in this tab unless the person wants it remembered.

const KEY = 'recoverable.token'
const thisTab = () => sessionStorage
const thisBrowser = () => localStorage

/** The token that is sent; null sends none. */
export const token = signal(read(KEY, thisTab) ?? read(KEY, thisBrowser))

/** Why the person has to sign in; null when there is no need. */
export const signInReason = signal<string | null>(null)

/** Counts sign-ins: what was asked under another name is asked anew. */
export const signIns = signal(0)

export function signIn(value: string, remember: boolean): void {
  write(KEY, value, remember ? thisBrowser : thisTab)
  token.value = value
  signInReason.value = null
  signIns.value++
}

export function signOut(): void {
  forget()
  signInReason.value = 'You signed out.'
}

/** The server did not accept what was sent: asks for a token, and says whether there was one. */
export function askToSignIn(): void {
  if (signInReason.peek() !== null) return
  const hadOne = token.peek() !== null
  forget()
  signInReason.value = hadOne
    ? 'The token is not accepted any more: it has expired or was withdrawn. Sign in with another one; the page goes on where it is.'
    : 'This server wants to know who looks. Sign in with a token; whoever runs the server can give you one.'
}

function forget(): void {
  write(KEY, null, thisTab)
  write(KEY, null, thisBrowser)
  token.value = null
}
