import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

const NO_SUCH_NAME = 3

/** A resolver whose name server, a real one on the loopback, knows no name at all. */
export async function nameServerWithout(): Promise<Resolver> {
  const server = createSocket('udp4', (question, from) => {
    const answer = Buffer.from(question)
    // RFC 1035 §4.1.1: this is a response (the first bit), recursion is available, and the result is NXDOMAIN.
    answer.writeUInt16BE(0x8180 | NO_SUCH_NAME, 2)
    server.send(answer, from.port, from.address)
  })
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const resolver = new Resolver({ tries: 1, timeout: 5000 })
  resolver.setServers([`127.0.0.1:${server.address().port}`])
  return resolver
}
