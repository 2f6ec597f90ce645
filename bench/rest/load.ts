import { once } from 'node:events'
import { Agent, type IncomingMessage, type RequestOptions, request } from 'node:http'

/** One kind of request, sent over and over. */
export interface Ask {
  readonly options: RequestOptions
  readonly body?: string
}

/** How many connections ask at once. */
export const CONNECTIONS = 32

/** Sends as many requests as asked, and answers how many a second were answered. */
export async function requestsPerSecond(url: string, { options, body }: Ask, requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const { hostname, port } = new URL(url)
  let left = requests
  const worker = async () => {
    while (left-- > 0) await send({ ...options, agent, hostname, port }, body)
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  const seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  return requests / seconds
}

/** The answer's text; throws when it is not 200. */
async function send(options: RequestOptions, body?: string): Promise<string> {
  const outgoing = request(options)
  outgoing.end(body)
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  let text = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await once(response, 'end')
  if (response.statusCode !== 200) throw new Error(`The benchmark's request was answered ${response.statusCode}: ${text}`)
  return text
}
