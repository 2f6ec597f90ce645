import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { httpFetch } from '../../src/functions/http-fetch.ts'
import { classify } from '../../src/policy/classifier.ts'
import { content } from '../support/content.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { startFaultyServer } from '../support/faulty-server.ts'
import { TEST_CERTIFICATE } from '../support/test-certificate.ts'

const FILE = content(1000, 'tls')

/** Fetches a file by https from a server that is known under this name. */
async function getFrom(hostname: string): Promise<Buffer[]> {
  const server = await startFaultyServer(TEST_CERTIFICATE)
  onTestFinished(() => server.close())
  const url = new URL(server.serve('/a', { content: FILE }))
  url.hostname = hostname
  const response = await httpFetch(
    { url, headers: {}, signal: new AbortController().signal },
    {
      clock: new FakeClock(),
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      allowPrivate: true,
      connectTimeoutMs: 1000,
      headersTimeoutMs: 1000,
      idleTimeoutMs: 1000,
    },
  )
  const chunks: Buffer[] = []
  for await (const chunk of response.body()) chunks.push(chunk)
  return chunks
}

/** For this test, as if an operating system's administrator trusted it. */
function trustTestCertificate() {
  const before = getCACertificates('default')
  setDefaultCACertificates([TEST_CERTIFICATE.cert])
  onTestFinished(() => setDefaultCACertificates(before))
}

test('a certificate is checked against the name in the url, not against the address', async () => {
  trustTestCertificate()
  expect(Buffer.concat(await getFrom('files.test'))).toEqual(FILE)
})

test('a certificate of another name is refused, and no retry is made', async () => {
  trustTestCertificate()
  const failure: unknown = await getFrom('other.test').catch((error) => error)
  expect(classify(failure, 0).error).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', retryable: false })
})

test('a certificate that nobody trusts is refused, and no retry is made', async () => {
  const failure: unknown = await getFrom('files.test').catch((error) => error)
  expect(classify(failure, 0).error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', retryable: false })
})
