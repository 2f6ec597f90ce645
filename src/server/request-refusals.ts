import { GRAPHQL_PATH, type Refusal } from './replies.ts'

export const INTERNAL: Refusal = {
  status: 500,
  code: 'INTERNAL',
  message: "Internal server error; the server's log has the details",
}

export function notFound(path: string): Refusal {
  return { status: 404, code: 'NOT_FOUND', message: `There is nothing at ${path.slice(0, 200)}; GraphQL is at ${GRAPHQL_PATH}` }
}

/** For a request that is no HTTP, has too large headers, or does not arrive in time. */
export function unreadable({ code }: NodeJS.ErrnoException): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return cannotRead(431, 'The headers are larger than 16 KiB; send fewer or shorter ones')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return cannotRead(408, 'The request did not arrive in time; send it without pauses')
  return cannotRead(400, 'The request is not valid HTTP/1.1; send one that is, and each length once')
}

function cannotRead(status: number, message: string): Refusal {
  return { status, code: 'INVALID_INPUT', message }
}
