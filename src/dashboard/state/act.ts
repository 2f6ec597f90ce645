import { ClientError, type Refusal } from '../../client/client-error.ts'
import type { TypedDocument } from '../../client/typed-document.ts'
import { isUnauthenticated } from '../text/error-texts.ts'
import { client } from './client.ts'
import { askToSignIn } from './session.ts'
import { tell, tellError } from './toasts.ts'

interface ActTexts<P> {
  /** What was done, such as `Operation paused`. */
  readonly done: string | ((payload: P) => string)
  /** What could not be done, such as `Could not pause the operation`. */
  readonly failed: string
  /** Shows a refusal in its place, such as at the field that is at fault, and answers whether it did: then no toast does. */
  readonly refused?: (refusal: ActRefusal) => boolean
}

/** A refusal; with the field at fault where the server names it and the document asks for it. */
interface ActRefusal extends Refusal {
  readonly field?: string | null
}

type Payload<R> = Exclude<R[keyof R], Refusal>

/**
 * Sends a mutation, and tells by a toast what came of it. Answers the payload; null when it was refused or failed, which
 * the person has been told.
 */
export async function act<R extends object, V>(
  document: TypedDocument<R, V>,
  variables: V,
  texts: ActTexts<Payload<R>>,
): Promise<Payload<R> | null> {
  try {
    const answer = await client.mutate(document, ...([variables] as never))
    const refusal = refusalIn(answer)
    if (refusal !== null) {
      if (texts.refused?.(refusal) === true) return null
      throw new ClientError(refusal.message, { code: refusal.code })
    }
    const payload = Object.values(answer)[0] as Payload<R>
    const { done } = texts
    tell(typeof done === 'string' ? done : done(payload))
    return payload
  } catch (error) {
    if (isUnauthenticated(error)) askToSignIn()
    tellError(texts.failed, error)
    return null
  }
}

function refusalIn(answer: object): ActRefusal | null {
  const result = Object.values(answer)[0] as object
  return 'code' in result && 'message' in result ? (result as ActRefusal) : null
}
