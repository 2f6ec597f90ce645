import { gzipSync } from 'node:zlib'
import { type Case, http, type Outcome, refused, send } from '../attack.ts'

const MIB = 1024 * 1024
const post = (body: string | Buffer, headers = {}) => http({ body, headers })
const QUERY = '{"query":"{ functions { name } }"}'
const START = 'mutation { startOperation(input: { functionName: "greet", id: "by-get" }) { __typename } }'
const CODE = 'INVALID_INPUT'

/** Twice: the second one is answered as if the first had never been. */
async function onAndOn(attack: Case['attack'], target: Parameters<Case['attack']>[0]): Promise<Outcome> {
  await attack(target)
  return attack(target)
}

export const BODIES: readonly Case[] = [
  refused('malformed JSON', post('{"query":'), 400, CODE, 'JSON'),
  refused('an empty body', post('JSON'), 400, CODE, ''),
  refused('null', post('null'), 400, CODE, 'expected to be object'),
  refused('a number in place of a query', post('{"query":42}'), 400, CODE, 'Expected "query" param to be a string'),
  refused('a query beside unknown parameters', post('{"query":"{ __typename }","admin":true}'), 400, CODE, 'admin'),
  refused('variables that are text', post('{"query":"{ __typename }","variables":"x"}'), 400, CODE, 'variables'),
  refused(
    'bytes that are no UTF-8',
    post(Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
    200,
    CODE,
    'Syntax Error',
  ),
  refused('a batch', post(`[${QUERY},${QUERY}]`), 400, CODE, 'send each by itself'),
  refused(
    'a batch of ten thousand',
    post(`[${Array(10_000).fill('{"query":"{ a }"}').join(',')}]`),
    400,
    CODE,
    'a batch of 10000',
  ),
  refused('an empty batch', post('[]'), 400, CODE, 'the limit is one request'),
  refused(
    'variables of more than 1 MiB',
    post(JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(MIB) } })),
    413,
    CODE,
    'send less',
  ),
  refused(
    'a body of 10 MB',
    (target) => onAndOn(post('x'.repeat(10_000_000)), target),
    413,
    CODE,
    'larger than 1048576 bytes; send less',
  ),
  refused(
    'a body of no length that goes on',
    chunked('x'.repeat(3 * MIB)),
    413,
    CODE,
    'The body is larger than 1 MiB; send less',
  ),
  refused(
    'a bomb of gzip',
    post(gzipSync(Buffer.alloc(10 * MIB)), { 'content-encoding': 'gzip' }),
    415,
    CODE,
    'Content-Encoding',
  ),
  refused('an unknown encoding', post(QUERY, { 'content-encoding': 'br, gzip, deflate' }), 415, CODE, 'Content-Encoding'),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=utf-7',
  ].map((type) => refused(`a body of ${type}`, post(QUERY, { 'content-type': type }), 415, CODE, 'application/json in UTF-8')),
  refused(
    'an answer that cannot be given',
    post(QUERY, { accept: 'image/png' }),
    406,
    CODE,
    'accept one of application/graphql-response+json',
  ),
  refused(
    'a mutation by GET',
    http({ method: 'GET', path: `/graphql?query=${encodeURIComponent(START)}` }),
    405,
    CODE,
    'mutation',
  ),
  refused(
    'a batch by GET',
    http({ method: 'GET', path: `/graphql?query[]=${encodeURIComponent('{a}')}` }),
    400,
    CODE,
    'Must provide query string',
  ),
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].map((method) =>
    refused(`the method ${method}`, http({ method }), 405, CODE, `does not accept ${method}; use GET or POST`),
  ),
]

function chunked(body: string): Case['attack'] {
  return (target) => send(target, { body, headers: { 'transfer-encoding': 'chunked' } })
}
