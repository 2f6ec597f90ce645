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
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, code: 'INVALID_INPUT', message: 'The headers are larger than 16 KiB' }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { status: 408, code: 'INVALID_INPUT', message: 'The request did not arrive in time' }
  return { status: 400, code: 'INVALID_INPUT', message: 'The request is not valid HTTP/1.1' }
}
