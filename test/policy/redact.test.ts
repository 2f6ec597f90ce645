import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactJson, redactText } from '../../src/policy/redact.ts'
import { WELL_KNOWN } from '../../src/policy/secret-names.ts'

// Put together, so that no scanner takes this file for a leak.
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'].join('.')
const STRIPE = `sk_${'live'}_4eC39HqLyjWDarjtT1zdp7dc`
const SLACK = `xo${'xb'}-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy`
const PEM = `-----BEGIN ${'RSA'} PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\nabc+/=\n-----END RSA PRIVATE KEY-----`

test.each([
  ['password=hunter2', 'password=[redacted]'],
  ['PGPASSWORD=hunter2 psql', 'PGPASSWORD=[redacted] psql'],
  ['login failed (password: hunter2)', 'login failed (password: [redacted])'],
  ['{"user":"ada","password":"hun\\"ter2","age":3}', '{"user":"ada","password":"[redacted]","age":3}'],
  ["{ apiKey: 'abc def', id: 1 }", "{ apiKey: '[redacted]', id: 1 }"],
  ['"{\\"client_secret\\":\\"abc\\",\\"a\\":1}"', '"{\\"client_secret\\":\\"[redacted]\\",\\"a\\":1}"'],
  ['secret => abc123de', 'secret => [redacted]'],
  ['run --password hunter2 --force', 'run --password [redacted] --force'],
  ['run --api-key "two words"', 'run --api-key "[redacted]"'],
  ['GET /a?token=abc&page=2', 'GET /a?token=[redacted]&page=2'],
  ['https://x.test/a?key=abc&sig=d%2Fe#top', 'https://x.test/a?key=[redacted]&sig=[redacted]'],
  [
    'https://b.s3.test/f?X-Amz-Credential=AK/20&X-Amz-Date=20&X-Amz-Signature=0f9e',
    'https://b.s3.test/f?X-Amz-Credential=[redacted]&X-Amz-Date=20&X-Amz-Signature=[redacted]',
  ],
  ['access_token=abc, refresh_token=def', 'access_token=[redacted], refresh_token=[redacted]'],
  ['Authorization: Bearer abc.def\nAccept: */*', 'Authorization: [redacted]\nAccept: */*'],
  ['authorization: Basic dXNlcjpwYXNz', 'authorization: [redacted]'],
  ['"authorization": "Bearer abc"', '"authorization": "[redacted]"'],
  ['Cookie: session=abc; theme=dark', 'Cookie: [redacted]'],
  ['refused Bearer a1b2c3d4e5', 'refused Bearer [redacted]'],
  ['refused Basic dXNlcjpwYXNz', 'refused Basic [redacted]'],
  ['postgres://ada:s3cret@db.test:5432/app', 'postgres://[redacted]@db.test:5432/app'],
  ['amqp://ada:with/slash@mq.test', 'amqp://[redacted]@mq.test'],
  ['https://abcdef@git.test/repo', 'https://[redacted]@git.test/repo'],
  [`token ${JWT} expired`, 'token [redacted] expired'],
  [`key ${STRIPE} was refused`, 'key [redacted] was refused'],
  [`slack ${SLACK}`, 'slack [redacted]'],
  [`aws ${'AKIA'}IOSFODNN7EXAMPLE in eu-west-1`, 'aws [redacted] in eu-west-1'],
  [`git ${'ghp'}_16C7e42F292c6912E7710c838347Ae178B4a`, 'git [redacted]'],
  [`ai ${'sk'}-proj-a1b2c3d4e5f6g7h8i9j0`, 'ai [redacted]'],
  [`ours ${'rcv'}_${'aB3-_'.repeat(8)}xyz was wrong`, 'ours [redacted] was wrong'],
  [`before ${PEM} after`, 'before [redacted] after'],
  [`cut ${PEM.slice(0, 50)}`, 'cut [redacted]'],
  [`two ${PEM} and ${PEM}.`, 'two [redacted] and [redacted].'],
  ['login pw=hunter2 failed', 'login pw=[redacted] failed'],
  ['DB_PW=hunter2 dbPw=x', 'DB_PW=[redacted] dbPw=[redacted]'],
  ['curl -u ada:hunter2 https://x.test', 'curl -u [redacted] https://x.test'],
  ["curl -s -u 'ada:hunter2' https://x.test", "curl -s -u '[redacted]' https://x.test"],
  ['curl --user=ada:hun:ter2 -uada:x https://x.test', 'curl --user=[redacted] -u[redacted] https://x.test'],
  [`https://hooks.slack.com/services/${'T000'}/B000/XXyyZZ failed`, 'https://hooks.slack.com/services/[redacted] failed'],
  [`POST https://discord.com/api/webhooks/123/${'abc'}-DEF`, 'POST https://discord.com/api/webhooks/[redacted]'],
  ['/login?next=%2Fa%3Faccess_token%3Dabc%26page%3D2', '/login?next=%2Fa%3Faccess_token%3D[redacted]%26page%3D2'],
  ['u=x%26key%3Da%2Fb%20and', 'u=x%26key%3D[redacted]%20and'],
  ['to=https%253A%252F%252Fx%253Ftoken%253Dabc%2526a%253D1', 'to=https%253A%252F%252Fx%253Ftoken%253D[redacted]%2526a%253D1'],
  ['{"sessionId":"abc"}', '{"sessionId":"[redacted]"}'],
  ['password="never closed', 'password="[redacted]'],
])('%j is told as %j', (text, clean) => {
  expect(redactText(text)).toBe(clean)
})

test.each([
  'Unexpected token } in JSON at position 4',
  'Unexpected token: identifier',
  'SyntaxError: token = getToken()',
  'The password must have 8 characters',
  'password: must be longer than 8 characters',
  'password: required',
  'invalid_token: The access token expired',
  'Bearer token is missing',
  'Basic authentication failed',
  'Authorization: failed',
  'connect ECONNREFUSED 127.0.0.1:5432',
  'http://127.0.0.1:8080/path@2x.png',
  'http://[::1]:8080/a?page=2&sort=name',
  'ssh://git@host.test/repo.git',
  'write to ada@example.com at 10:30',
  'at checkPassword (file:///app/src/password.js:10:5)',
  'Error: key "uploads/a.bin" not found',
  'sha256 is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'op_01jzx5kq2m8f9v7b3n4c6d1e0h failed after 3 attempts',
  'a task-force of sk-learn-people-with-long-names',
  'password: undefined, token: null, secret: {',
  '-----BEGIN CERTIFICATE----- MIIB',
  'next_token=abc',
  'docker run -u 1000:1000 image',
  'date -u +%H:%M',
  'sort -u a:b curling',
  'curl -u https: is no user',
  'session: expired, session=closed',
  'a%3Db%26monkey%3D7',
  'httpw=5 and PWM=3',
  'https://hooks.slack.com/services/',
  '',
])('%j is ordinary and stays as it is', (text) => {
  expect(redactText(text)).toBe(text)
})

test('metadata is redacted by the names of its keys and by its values', () => {
  const metadata = {
    tenant: 'acme',
    apiKey: 'abc',
    password: 12_345,
    nested: { clientSecret: { id: 1 }, list: ['a', 'Bearer a1b2c3d4'], hasPassword: true, token: null, secret: '' },
    url: 'https://ada:pw@x.test',
    count: 3,
    session: 'abc',
    sessionId: 'abc',
    db: { pw: 'abc', session: { user: 'ada' } },
  }

  expect(redactJson(metadata)).toEqual({
    tenant: 'acme',
    apiKey: '[redacted]',
    password: '[redacted]',
    nested: {
      clientSecret: '[redacted]',
      list: ['a', 'Bearer [redacted]'],
      hasPassword: true,
      token: null,
      secret: '',
    },
    url: 'https://[redacted]@x.test',
    count: 3,
    session: '[redacted]',
    sessionId: '[redacted]',
    db: { pw: '[redacted]', session: { user: 'ada' } },
  })
})

test('a name too long to be one is none', () => {
  expect(WELL_KNOWN.secrecyOf(`${'x'.repeat(100)}password`)).toBe('none')
})

/** Pieces of secrets and of what stands around them, to be put together in every wrong way. */
const PIECES = [
  ...['password', 'token', 'api_key', 'Authorization', 'cookie', 'key', '--secret', 'user', 'abc123', 'Bearer ', 'Basic '],
  ...['=', ':', ': ', ' = ', '=>', '"', "'", '\\"', '\\', '&', '?', '://', 'https://', '@', '/', '.', '-', '_', ' ', '\n'],
  ...['pw', 'curl ', '-u ', '--user', 'ada:', '%3D', '%26', '%253D', '%', 'hooks.slack.com/services/', 'session'],
  ...['{', '}', '[', ']', '[redacted]', JWT, 'eyJ', 'AKIA', 'AKIAIOSFODNN7EXAMPLE', 'ghp_', 'sk-', 'SG.', PEM],
  ...['-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', 'x'.repeat(30), '7'.repeat(20), 'a'.repeat(70)],
]
const hostile = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 40 })

test.each([
  ['a quoted value', `password="${'a'.repeat(3_000_000)}"`],
  ['an address', `://ada:${'b'.repeat(3_000_000)} `],
  ['a token', `${'eyJ'}${'c'.repeat(3_000_000)}`],
  ['one word', 'd'.repeat(3_000_000)],
])('a text of millions of characters is not too long: %s', (_what, text) => {
  expect(redactText(text).length).toBeLessThanOrEqual(text.length)
})

test('the secrets of a long text are all found', () => {
  const text = 'said password=hunter2 and went on, '.repeat(50_000)

  expect(redactText(text)).not.toContain('hunter2')
})

test('redacting twice changes nothing more', () => {
  const property = fc.property(hostile, (pieces) => {
    const once = redactText(pieces.join(''))
    expect(redactText(once)).toBe(once)
  })
  fc.assert(property, { seed: 3, numRuns: 20_000 })
})

test('the work grows with the length of the text, not with its square', () => {
  // A text of a million characters would take minutes with a pattern that reads parts of it again and again, and runs
  // into the limit of this test; in linear time all of them together take a second or two.
  const property = fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }), (pieces) => {
    const unit = pieces.join('')
    const text = unit.repeat(Math.ceil(200_000 / unit.length))
    expect(redactText(text).length).toBeGreaterThan(0)
  })
  fc.assert(property, { seed: 5, numRuns: 200 })
}, 60_000)
