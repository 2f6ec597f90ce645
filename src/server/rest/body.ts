import type { IncomingMessage } from 'node:http'
import { MAX_BODY_BYTES } from '../graphql-api.ts'
import { isUtf8, parts } from '../media-types.ts'
import { RefusedError } from './refusals.ts'

// What the engine takes as input; deeper values are no honest request.
const MAX_DEPTH = 200

/**
 * Reads a JSON object from a request's body; an absent or empty one is an empty object.
 *
 * @throws RefusedError 413, 415, or 400 when it is no JSON object in UTF-8
 */
export async function readBody(request: IncomingMessage): Promise<object> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  mustBeJson(request)
  const value = parseJson(decode(bytes))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`The body must be a JSON object, such as {}; it is ${nameOf(value)}`)
  }
  const fault = findFault(value)
  if (fault !== null) throw invalid(fault)
  return value
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > MAX_BODY_BYTES) break
      chunks.push(chunk)
    }
  } catch (cause) {
    throw invalid('The body broke off', cause)
  }
  if (length > MAX_BODY_BYTES) throw tooLarge()
  return Buffer.concat(chunks)
}

/** Only JSON: it is also what keeps other pages from posting, as the types of forms need no permission. */
function mustBeJson({ headers }: IncomingMessage): void {
  const [type, ...parameters] = parts(headers['content-type'] ?? '')
  const coding = headers['content-encoding'] ?? 'identity'
  if (type === 'application/json' && isUtf8(parameters) && coding === 'identity') return
  const message = 'Send the body as Content-Type: application/json in UTF-8, without a Content-Encoding'
  throw new RefusedError({ status: 415, code: 'INVALID_INPUT', message })
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw invalid('The body is not valid UTF-8', cause)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid('The body is not valid JSON', cause)
  }
}

/** Without recursion: the stack is finite, a hostile body is deep. */
function findFault(body: object): string | null {
  let level: readonly object[] = [body]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return `The body is nested deeper than ${MAX_DEPTH} levels`
    if (level.some((value) => Object.hasOwn(value, '__proto__'))) return 'The body has a key "__proto__", which no value may have'
    level = level.flatMap((value) => Object.values(value).filter((part) => typeof part === 'object' && part !== null))
  }
  return null
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}

function tooLarge(): RefusedError {
  const message = `The body is larger than ${MAX_BODY_BYTES} bytes; send less`
  return new RefusedError({ status: 413, code: 'INVALID_INPUT', message })
}

function invalid(message: string, cause?: unknown): RefusedError {
  return new RefusedError({ status: 400, code: 'INVALID_INPUT', message }, { cause })
}
