import { token } from '../state/session.ts'
import { type CopiedRequest, curlText, graphqlText } from '../text/requests.ts'
import { CopyButton } from './copy-button.tsx'

interface CopyRequestProps {
  /** What it is, such as `the start`. */
  readonly what: string
  /** Made when it is copied. Throws what the person has to do first. */
  readonly request: () => CopiedRequest
}

/** A request for use elsewhere: in GraphiQL, or in a shell. */
export function CopyRequest({ what, request }: CopyRequestProps) {
  const curl = () => curlText(request(), `${location.origin}/graphql`, token.peek() !== null)
  return (
    <>
      <CopyButton what={`${what} as GraphQL`} label="Copy as GraphQL" text={() => graphqlText(request())} />
      <CopyButton what={`${what} as curl`} label="Copy as curl" text={curl} />
    </>
  )
}
