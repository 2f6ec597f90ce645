import type { CopiedRequest, StartInput } from '../../text/requests.ts'

const READ = `{
    id
    functionName
    state
    attempt
    maxAttempts
    nextAttemptAt
    progress { fraction current total unit }
    error { message category remedy }
    result
  }`

/** Reads the operation. */
export function readRequest(id: string): CopiedRequest {
  return {
    kind: 'query',
    name: 'ReadOperation',
    field: 'operation',
    args: [{ name: 'id', type: 'ID!', value: id }],
    selection: READ,
  }
}

interface Startable {
  readonly functionName: string
  readonly maxAttempts: number
  readonly priority: number
  readonly input: unknown
  readonly metadata: unknown
}

/** The input of a start of another one like it. Its id and idempotency key are its own: with them it would be found, not started. */
export function likeIt({ functionName, input, metadata, priority, maxAttempts }: Startable): StartInput {
  return {
    functionName,
    ...(input !== undefined && { input }),
    ...(isFilled(metadata) && { metadata }),
    ...(priority !== 0 && { priority }),
    maxAttempts,
  }
}

/** Whether something in it was taken out by the server: it would be refused as input. */
export function isRedacted(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('[redacted]')
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(isRedacted)
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}
