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
  /** Tells of it in its place, such as at the field that is at fault, and answers whether it did: then no toast does. */
  readonly onFailed?: (error: ClientError) => boolean
}

type Payload<R> = Exclude<R[keyof R], Refusal>

const underWay = new Map<string, Promise<unknown>>()

/**
 * Sends a mutation, and tells by a toast what came of it. Answers the payload; null when it was refused or failed, which
 * the person has been told. Whoever asks for the same while it is under way gets its answer.
 */
export function act<R extends object, V>(
  document: TypedDocument<R, V>,
  variables: V,
  texts: ActTexts<Payload<R>>,
): Promise<Payload<R> | null> {
  const key = String(document) + JSON.stringify(variables)
  const same = underWay.get(key) as Promise<Payload<R> | null> | undefined
  if (same !== undefined) return same
  const answer = actNow(document, variables, texts).finally(() => underWay.delete(key))
  underWay.set(key, answer)
  return answer
}

async function actNow<R extends object, V>(
  document: TypedDocument<R, V>,
  variables: V,
  texts: ActTexts<Payload<R>>,
): Promise<Payload<R> | null> {
  try {
    const payload = await send(document, variables)
    const { done } = texts
    tell(typeof done === 'string' ? done : done(payload))
    return payload
  } catch (error) {
    if (error instanceof ClientError && texts.onFailed?.(error) === true) return null
    tellError(texts.failed, error)
    return null
  }
}

interface FullRefusal extends Refusal {
  readonly field?: string | null
  readonly existingId?: string | null
}

/**
 * For a button that becomes the opposite one, as Pause becomes Resume: the second click of a double click would undo the
 * first.
 */
export function firstClick(run: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) run()
  }
}

/** What the server refused, with the part of the input at fault where it names one. */
export class RefusedError extends ClientError {
  readonly field: string | null
  /** The operation that has the id or the key, of DUPLICATE_OPERATION. */
  readonly existingId: string | null

  constructor({ code, message, field = null, existingId = null }: FullRefusal) {
    super(message, { code })
    this.field = field
    this.existingId = existingId
  }
}

/**
 * Sends a mutation, for those who show what came of it themselves, as a form does.
 *
 * @throws RefusedError when the server refused; ClientError when it failed
 */
export async function send<R extends object, V>(document: TypedDocument<R, V>, variables: V): Promise<Payload<R>> {
  try {
    const answer = await client.mutate(document, ...([variables] as never))
    const result = Object.values(answer)[0] as object
    if ('code' in result && 'message' in result) throw new RefusedError(result as Refusal)
    return result as Payload<R>
  } catch (error) {
    if (isUnauthenticated(error)) askToSignIn()
    throw error
  }
}
