import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createHttpRequest, type HttpRequestSettings } from '../../src/functions/http-request.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { FakeOperation } from '../support/fake-operation.ts'

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Answer = (response: ServerResponse, seen: Seen) => void

/** A real server that answers the nth request by the nth answer, and requests after the last by the last. */
export async function serve(...answers: readonly Answer[]) {
  const seen: Seen[] = []
  const server = createServer()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const one = { method, url, headers, body: Buffer.concat(chunks).toString() }
    seen.push(one)
    answers[Math.min(seen.length, answers.length) - 1]?.(response, one)
    server.emit('seen')
  }
  server.on('request', (request, response) => void answer(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, asked: once(server, 'seen') }
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
export const hangUp: Answer = (response) => void response.socket?.destroy()

/** An operation of `http_request` whose time stands still. */
export function setUp() {
  const operation = new FakeOperation('op_1')
  const clock = new FakeClock()
  const attempt = async (input: unknown, settings: Partial<HttpRequestSettings> = {}) =>
    createHttpRequest({ allowPrivate: true, clock, ...settings })(input, operation.attempt())
  return { operation, clock, attempt }
}

/** What an attempt threw. */
export async function failureOf(attempt: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return attempt.then(
    () => Promise.reject(new Error('it succeeded')),
    (error) => error,
  )
}
