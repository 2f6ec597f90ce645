import { expect, test } from 'vitest'
import { classify } from '../../src/policy/classifier.ts'
import { type ErrorKindName, KINDS } from '../../src/policy/error-kinds.ts'
import { TEXTS } from '../../src/policy/error-texts.ts'

/** The texts of the legacy contract, and some that Node and others write. */
const SAID: readonly (readonly [string, ErrorKindName])[] = [
  ['Connection timeout', 'timeout'],
  ['the request timed out', 'timeout'],
  ['connection refused', 'connection'],
  ['Connection reset by peer', 'connection'],
  ['broken pipe', 'connection'],
  ['no route to host', 'connection'],
  ['Connection lost', 'connection'],
  ['Network error', 'connection'],
  ['socket hang up', 'connection'],
  ['Temporary failure in name resolution', 'dns'],
  ['getaddrinfo failed', 'dns'],
  ['DNS lookup went wrong', 'dns'],
  ['SSL: something', 'tls'],
  ['certificate verify failed', 'tls'],
  ['handshake failure', 'tls'],
  ['no space left on device', 'disk'],
  ['disk full', 'disk'],
  ['out of disk', 'disk'],
  ['no free inodes', 'disk'],
  ['out of memory', 'memory'],
  ['cannot allocate 4 GB', 'memory'],
  ['CPU limit reached', 'cpu'],
  ['quota exceeded', 'quota'],
  ['rate limit reached', 'rateLimit'],
  ['too many requests', 'rateLimit'],
  ['request was throttled', 'rateLimit'],
  ['permission denied', 'fileAccess'],
  ['access denied', 'fileAccess'],
  ['forbidden', 'api'],
  ['unauthorized', 'api'],
  ['invalid api key', 'auth'],
  ['token has expired', 'auth'],
  ['does not match the schema', 'schema'],
  ['validation failed', 'schema'],
  ['invalid data', 'data'],
  ['bad request', 'data'],
  ['malformed header', 'data'],
  ['invalid format', 'format'],
  ['parsing error', 'format'],
  ['decode error', 'format'],
  ['service unavailable', 'unavailable'],
  ['temporarily unavailable', 'unavailable'],
  ['down for maintenance', 'maintenance'],
  ['scheduled downtime', 'maintenance'],
  ['module not found', 'dependency'],
  ['import error', 'dependency'],
  ['no such file', 'dependency'],
  ['configuration error', 'configuration'],
  ['invalid setting', 'configuration'],
  ['file is corrupt', 'corrupt'],
  ['checksum differs', 'corrupt'],
  ['integrity check', 'corrupt'],
  ['hash mismatch', 'corrupt'],
]

test.each(SAID)('the words "%s" mean %s', (words, kind) => {
  const { remedy, breaker, ...meaning } = KINDS[kind]

  expect(classify(new Error(words), 0)).toMatchObject({ breaker, error: { ...meaning, remedy, confidence: 0.6 } })
})

test('every text of the table is said by some error', () => {
  const unsaid = TEXTS.filter(([kind]) => !SAID.some(([, said]) => said === kind))

  expect(unsaid).toEqual([])
})

test('each of the fine categories of the legacy contract is a subcategory', () => {
  const fine = (
    'network_timeout network_connection network_dns network_ssl resource_disk resource_memory resource_cpu resource_quota ' +
    'permission_file permission_api permission_auth validation_schema validation_data validation_format service_unavailable ' +
    'service_rate_limit service_maintenance system_dependency system_configuration system_corruption unknown'
  ).split(' ')
  const ours = new Set(Object.values(KINDS).map(({ subcategory }) => subcategory))

  expect(fine.filter((name) => !ours.has(name))).toEqual([])
})

test.each([
  ['connect ECONNREFUSED 127.0.0.1:80', 'connection', 0.8, 'the words "ECONNREFUSED"'],
  ['SQLITE_BUSY: database is locked', 'contention', 0.8, 'the words "SQLITE_BUSY"'],
  ['HTTP 503', 'unavailable', 0.7, 'the words "503"'],
  ['Request failed with status code 429', 'rateLimit', 0.7, 'the words "429"'],
  ['EVERYTHING answered with 404', 'missing', 0.7, 'the words "404"'],
] as const)('codes and statuses within "%s" are seen', (words, kind, confidence, signal) => {
  const { category, subcategory } = KINDS[kind]

  expect(classify(new Error(words), 0)).toMatchObject({ signal, error: { category, subcategory, confidence } })
})

test('words that nobody knows say nothing, and that is said', () => {
  expect(classify(new Error('it went wrong'), 0)).toMatchObject({
    signal: 'nothing',
    breaker: 'failure',
    error: { category: 'unknown', confidence: 0, retryable: true },
  })
})

test('the TypeError of a fetch that hides its reason is no mistake of the function', () => {
  expect(classify(new TypeError('fetch failed'), 0).error).toMatchObject({ category: 'network', retryable: true })
  expect(classify(new TypeError('terminated'), 0).error).toMatchObject({ category: 'network', retryable: true })
})

test('words of a cause are looked at too', () => {
  const error = new Error('could not copy', { cause: new Error('disk full') })

  expect(classify(error, 0)).toMatchObject({ signal: 'the words "disk full" of the cause', error: { category: 'resource' } })
})
