import type { CopiedRequest } from '../../text/requests.ts'
import type { StartValues } from './start-draft.ts'

const SELECTION = `{
    ... on StartOperationPayload { deduplicated operation { id state } }
    ... on Error { code message }
  }`

/** The start as people take it elsewhere. */
export function startRequest(values: StartValues): CopiedRequest {
  return {
    kind: 'mutation',
    name: 'StartOperation',
    field: 'startOperation',
    args: [{ name: 'input', type: 'StartOperationInput!', value: values }],
    selection: SELECTION,
  }
}
