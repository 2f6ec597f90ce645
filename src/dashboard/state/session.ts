import { batch, signal } from '@preact/signals'
import { clear, read, write } from './stored.ts'
import { toasts } from './toasts.ts'

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

/** Whether whoever looked has left: then nothing of what they saw is in the page. */
export const isSignedOut = signal(false)

/** The server has not answered with it yet. */
let isUntried = false

export function signIn(value: string, remember: boolean): void {
  write(KEY, value, remember ? thisBrowser : thisTab)
  isUntried = true
  batch(() => {
    token.value = value
    signInReason.value = null
    isSignedOut.value = false
    signIns.value++
  })
}

/** Forgets whoever looked: the token, in this browser's other tabs too, what they typed, and what they were told. */
export function signOut(): void {
  write(KEY, null, thisBrowser)
  clear(thisTab)
  document.title = 'Recoverable'
  batch(() => {
    token.value = null
    toasts.value = []
    isSignedOut.value = true
    signInReason.value = 'You signed out.'
  })
}

/** The server knows the token. */
export function acceptToken(): void {
  isUntried = false
}

/** The server did not accept what was sent: asks for a token, and says whether there was one. */
export function askToSignIn(): void {
  if (signInReason.peek() !== null) return
  const hadOne = token.peek() !== null
  forget()
  if (!hadOne) signInReason.value = WANTED
  else signInReason.value = isUntried ? UNKNOWN : WITHDRAWN
}

const WANTED = 'This server wants to know who looks. Sign in with a token; whoever runs the server can give you one.'
const UNKNOWN = 'This server does not know that token. Look whether it is copied whole and is for this server, and try again.'
const WITHDRAWN =
  'The token is not accepted any more: it has expired or was withdrawn. Sign in with another one; the page goes on where it is.'

/** Another token, which this browser remembers for its other tabs, may well be accepted. */
function forget(): void {
  write(KEY, null, thisTab)
  if (read(KEY, thisBrowser) === token.peek()) write(KEY, null, thisBrowser)
  token.value = null
}

// In another tab the person signed out with the same token.
addEventListener('storage', ({ key, oldValue, newValue }) => {
  if (key === KEY && newValue === null && oldValue === token.peek()) signOut()
})
