import { type Case, raw, refused } from '../attack.ts'
import type { Target } from '../target.ts'

// Below GraphQL and REST: what a proxy and a server could understand in two ways.

const CODE = 'INVALID_INPUT'
const MALFORMED = 'not valid HTTP/1.1'
const BODY = '{"query":"{ __typename }"}'

/** A request with these lines in its head. */
const post = (lines: readonly string[], body = BODY) =>
  raw((target) => ['POST /graphql HTTP/1.1', ...usual(target), ...lines, '', body].join('\r\n'))
const get = (first: string, ...lines: readonly string[]) =>
  raw((target) => [first, ...usual(target), ...lines, '', ''].join('\r\n'))

function usual({ port, tokens }: Target): readonly string[] {
  return [
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${tokens.admin}`,
    'Content-Type: application/json',
    'Connection: close',
  ]
}

const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'

export const PROTOCOL: readonly Case[] = [
  refused('what is no HTTP', raw('hello\r\n\r\n'), 400, CODE, MALFORMED),
  refused('a handshake of TLS', raw(Buffer.from('16030100c8010000c40303', 'hex')), 400, CODE, MALFORMED),
  refused('HTTP/2 without asking', raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 400, CODE, MALFORMED),
  refused('an unknown version of HTTP', get('GET /graphql HTTP/9.9'), 400, CODE, MALFORMED),
  refused('two lengths of one body', post([`Content-Length: ${BODY.length}`, 'Content-Length: 3']), 400, CODE, MALFORMED),
  refused(
    'a length and chunks',
    post(['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`),
    400,
    CODE,
    MALFORMED,
  ),
  refused(
    'chunks and a length',
    post(['Transfer-Encoding: chunked', 'Content-Length: 4'], `0\r\n\r\n${smuggled}`),
    400,
    CODE,
    MALFORMED,
  ),
  refused(
    'chunks that are not the last coding',
    post(['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'),
    400,
    CODE,
    MALFORMED,
  ),
  refused('chunks with a blank before the colon', post(['Transfer-Encoding : chunked'], '0\r\n\r\n'), 400, CODE, MALFORMED),
  refused('chunks that are not quite chunked', post(['Transfer-Encoding: xchunked'], '0\r\n\r\n'), 400, CODE, MALFORMED),
  refused('a length with a sign', post(['Content-Length: +26']), 400, CODE, MALFORMED),
  refused('a length that is no number', post(['Content-Length: 0x1a']), 400, CODE, MALFORMED),
  refused('a length beyond all numbers', post(['Content-Length: 99999999999999999999']), 400, CODE, MALFORMED),
  refused('chunks that are garbage', post(['Transfer-Encoding: chunked'], 'zz\r\nhello\r\n0\r\n\r\n'), 400, CODE, MALFORMED),
  refused(
    'a chunk longer than all memory',
    post(['Transfer-Encoding: chunked'], 'ffffffffffffffffff\r\nx'),
    400,
    CODE,
    MALFORMED,
  ),
  refused('a head that goes on in the next line', post(['X-A: b\r\n c', 'Content-Length: 0']), 400, CODE, MALFORMED),
  refused(
    'a line end without its return',
    raw(({ port }) => `GET /graphql HTTP/1.1\nHost: 127.0.0.1:${port}\n\n`),
    400,
    CODE,
    MALFORMED,
  ),
  refused('a null byte in a header', get('GET /graphql HTTP/1.1', 'X-A: a\0b'), 400, CODE, MALFORMED),
  refused('a blank in the path', get('GET /graphql /x HTTP/1.1'), 400, CODE, MALFORMED),
  refused(
    'headers larger than 16 KiB',
    get('GET /graphql HTTP/1.1', `X-A: ${'a'.repeat(17_000)}`),
    431,
    CODE,
    'send fewer or shorter ones',
  ),
  refused('a path longer than 16 KiB', get(`GET /${'a'.repeat(17_000)} HTTP/1.1`), 431, CODE, 'send fewer or shorter ones'),
  refused(
    'two thousand headers',
    get('GET /nothing HTTP/1.1', ...Array(2000).fill('A: b')),
    431,
    CODE,
    'send fewer or shorter ones',
  ),
  refused(
    'a request without a Host',
    raw('GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n'),
    400,
    CODE,
    'is missing; send it once',
  ),
  refused(
    'two Hosts',
    raw(({ port }) => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`),
    400,
    CODE,
    'is given more than once; send it once',
  ),
  refused('a tunnel', raw('CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: 169.254.169.254:80\r\n\r\n'), 0, null, ''),
  refused(
    'the address of another server',
    get('GET http://169.254.169.254/latest HTTP/1.1'),
    404,
    'NOT_FOUND',
    'There is nothing at',
  ),
  refused('an expectation that nobody meets', get('GET /graphql HTTP/1.1', 'Expect: the-impossible'), 417, null, ''),
  refused(
    'another protocol',
    get('GET /graphql HTTP/1.1', 'Connection: Upgrade', 'Upgrade: h2c'),
    400,
    null,
    'Invalid Upgrade header',
  ),
]
