import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { BAD_CERTIFICATES as BAD } from '../../support/bad-certificates.ts'
import { TEST_CERTIFICATE } from '../../support/test-certificate.ts'
import { type Provoked, provoked } from './provoked.ts'

interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Asks a TLS server that shows this certificate; `ca` is whom the client trusts. */
async function ask(shown: Certificate, client: { readonly ca?: string; readonly servername?: string } = {}): Promise<never> {
  const server = createServer(shown, (_request, response) => response.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return refusedBy((server.address() as AddressInfo).port, client)
}

async function refusedBy(port: number, client: object): Promise<never> {
  const asked = request({ host: '127.0.0.1', port, agent: false, ...client })
  asked.end()
  const [error] = await once(asked, 'error')
  throw error
}

/** The port of a server without TLS. */
async function plainServer(): Promise<number> {
  const server = createHttpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const { key } = BAD

/** Certificates that must not be trusted, and servers that have none. */
export const TLS: readonly Provoked[] = [
  provoked('code DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'a certificate signed by itself', () => ask(TEST_CERTIFICATE)),
  provoked('code ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'a certificate of another host', () =>
    ask(TEST_CERTIFICATE, { ca: TEST_CERTIFICATE.cert, servername: 'other.test' }),
  ),
  provoked('code CERT_HAS_EXPIRED', 'tls', 'a certificate of the past', () =>
    ask({ key, cert: BAD.expired }, { ca: BAD.expired }),
  ),
  provoked('code CERT_NOT_YET_VALID', 'tls', 'a certificate of the future', () =>
    ask({ key, cert: BAD.notYetValid }, { ca: BAD.notYetValid }),
  ),
  provoked('code UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', 'a certificate of an unknown authority', () =>
    ask({ key, cert: BAD.leaf }),
  ),
  provoked('code SELF_SIGNED_CERT_IN_CHAIN', 'tls', 'an unknown authority that shows itself', () =>
    ask({ key, cert: `${BAD.leaf}\n${BAD.authority}` }),
  ),
  provoked('code EPROTO', 'tls', 'https of a server that speaks plain HTTP', async () => refusedBy(await plainServer(), {})),
  provoked('code ERR_SSL_WRONG_VERSION_NUMBER of the cause', 'tls', 'fetch of a server that speaks plain HTTP', async () =>
    fetch(`https://127.0.0.1:${await plainServer()}`),
  ),
]
