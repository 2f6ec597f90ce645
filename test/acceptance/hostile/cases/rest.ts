import { type Case, http, raw, refused } from '../attack.ts'

const CODE = 'INVALID_INPUT'
const OPERATIONS = '/api/recovery/operations'
const get = (path: string) => http({ method: 'GET', path })
const post = (path: string, body: string, headers = {}) => http({ path, body, headers })
const start = (fields: string) => post(OPERATIONS, `{"function_name":"greet",${fields}}`)
const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`

export const REST: readonly Case[] = [
  refused(
    'a path that leads up',
    raw(
      ({ port, tokens }) =>
        `GET /api/../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${tokens.admin}\r\nConnection: close\r\n\r\n`,
    ),
    404,
    'NOT_FOUND',
    'openapi.json lists what there is',
  ),
  refused('an id that leads up', get(`${OPERATIONS}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`), 404, 'NOT_FOUND', 'not found'),
  refused('an id that is encoded twice', get(`${OPERATIONS}/%252e%252e%252fetc`), 404, 'NOT_FOUND', 'not found'),
  refused('an id that is no encoding', get(`${OPERATIONS}/%ff%fe`), 400, CODE, 'not valid percent-encoded UTF-8'),
  refused('half an encoding', get(`${OPERATIONS}/%`), 400, CODE, 'not valid percent-encoded UTF-8'),
  refused('an id with a null byte', get(`${OPERATIONS}/a%00b`), 404, 'NOT_FOUND', 'not found'),
  refused('an id of 10,000 characters', get(`${OPERATIONS}/${'x'.repeat(10_000)}`), 404, 'NOT_FOUND', 'not found'),
  refused('an id of the prototype', get(`${OPERATIONS}/__proto__`), 404, 'NOT_FOUND', 'not found'),
  refused('a file of GraphiQL that leads up', get('/graphiql/..%2f..%2fpackage.json'), 404, 'NOT_FOUND', 'There is nothing at'),
  refused('an unknown route', get('/api/admin'), 404, 'NOT_FOUND', 'openapi.json lists what there is'),
  refused('a route with a slash too many', get('/api/recovery//status'), 404, 'NOT_FOUND', 'openapi.json lists what there is'),
  refused('a route in capitals', get('/API/RECOVERY/STATUS'), 404, 'NOT_FOUND', 'There is nothing at'),
  refused('a change by GET', get(`${OPERATIONS}/patient/cancel`), 405, CODE, 'does not accept GET; use POST'),
  ...['PUT', 'DELETE', 'PATCH', 'TRACE'].map((method) =>
    refused(
      `${method} of an operation`,
      http({ method, path: `${OPERATIONS}/patient` }),
      405,
      CODE,
      `does not accept ${method}; use GET`,
    ),
  ),
  refused(
    'a method by another header',
    http({ method: 'GET', path: `${OPERATIONS}/patient/cancel`, headers: { 'x-http-method-override': 'POST' } }),
    405,
    CODE,
    'use POST',
  ),
  refused('a body of 10 MB', post(OPERATIONS, 'x'.repeat(10_000_000)), 413, CODE, 'larger than 1048576 bytes; send less'),
  refused(
    'a body of no length that goes on',
    post(OPERATIONS, 'x'.repeat(3_000_000), { 'transfer-encoding': 'chunked' }),
    413,
    CODE,
    'send less',
  ),
  refused(
    'a form',
    post(OPERATIONS, 'function_name=greet', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    CODE,
    'application/json',
  ),
  refused('malformed JSON', post(OPERATIONS, '{"function_name":'), 400, CODE, 'not valid JSON'),
  refused('a body that is a list', post(OPERATIONS, '[{"function_name":"greet"}]'), 400, CODE, 'must be a JSON object'),
  refused(
    'bytes that are no UTF-8',
    http({ path: OPERATIONS, body: Buffer.from([0x22, 0xff, 0x22]) }),
    400,
    CODE,
    'not valid UTF-8',
  ),
  refused('a body of 10,000 levels', start(`"input":${deep(10_000)}`), 400, CODE, 'nested deeper than 200 levels'),
  refused('a foreign prototype', start('"metadata":{"__proto__":{"a":1}}'), 400, CODE, '__proto__'),
  refused('an id with line ends', start('"operation_id":"a\\r\\nb"'), 400, CODE, 'holds no control characters'),
  refused('an id with half a character', start('"operation_id":"a\\ud800"'), 400, CODE, 'well-formed text'),
  refused('a field of a wrong type', start('"priority":"high"'), 400, CODE, 'priority'),
  refused('a page of a billion', get(`${OPERATIONS}?limit=1000000000`), 400, CODE, '1 to 500'),
  refused('a page of less than nothing', get(`${OPERATIONS}?limit=-1`), 400, CODE, '1 to 500'),
  refused('a page far away', get(`${OPERATIONS}?offset=1000000000`), 400, CODE, '0 to 10000'),
  refused('the same question twice', get(`${OPERATIONS}?limit=1&limit=2`), 400, CODE, 'is given more than once'),
  refused('a state that is a query', get(`${OPERATIONS}?state='%20OR%201=1--`), 400, CODE, 'state'),
  refused(
    'a download that leads up',
    post('/api/downloads', '{"url":"http://public.example/","dest_path":"../a"}'),
    400,
    CODE,
    'straight into the download folder',
  ),
]
