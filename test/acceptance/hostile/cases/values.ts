import { type Case, graphql, refused, send } from '../attack.ts'

// What stands in the place of a value: ids, JSON, settings.

const START =
  'mutation ($input: StartOperationInput!) { startOperation(input: $input) { __typename ... on Error { code message } } }'
const CODE = 'INVALID_INPUT'
const start = (fields: object) => graphql(START, { input: { functionName: 'greet', input: 'x', ...fields } })
/** Variables as text, for what no object of ours could hold. */
const startText = (fields: string): Case['attack'] => {
  const body = `{"query":${JSON.stringify(START)},"variables":{"input":{"functionName":"greet",${fields}}}}`
  return (target) => send(target, { body })
}
const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`
const settings = (text: string) =>
  graphql(`mutation { updateSettings(input: { ${text} }) { __typename ... on Error { code message } } }`)

export const VALUES: readonly Case[] = [
  refused('an id with a null byte', start({ id: 'a\0b' }), 200, CODE, 'An operation id holds no control characters'),
  refused('an id with line ends', start({ id: 'a\r\nSet-Cookie: b' }), 200, CODE, 'An operation id holds no control characters'),
  refused(
    'an id of 10,000 characters',
    start({ id: 'x'.repeat(10_000) }),
    200,
    CODE,
    'has 1 to 255 characters; this one has 10000',
  ),
  refused('an empty id', start({ id: '' }), 200, CODE, '1 to 255 characters'),
  refused('an id with half a character', startText('"id":"a\\ud800b"'), 200, CODE, 'An operation id is well-formed text'),
  refused('an id of another kind', start({ id: 'att_0123456789' }), 200, CODE, 'is reserved; use another id'),
  refused('an id that is an object', start({ id: { toString: 'x' } }), 400, CODE, 'ID cannot represent'),
  refused('a function with a null byte', start({ functionName: 'greet\0' }), 200, 'UNKNOWN_FUNCTION', 'registered are: '),
  refused(
    'a function of the prototype',
    start({ functionName: '__proto__' }),
    200,
    'UNKNOWN_FUNCTION',
    'There is no function named',
  ),
  refused(
    'the constructor as a function',
    start({ functionName: 'constructor' }),
    200,
    'UNKNOWN_FUNCTION',
    'There is no function named',
  ),
  refused(
    'a function of the system',
    start({ functionName: 'retention.sweep' }),
    200,
    'UNKNOWN_FUNCTION',
    'by the system itself',
  ),
  refused('JSON of 10,000 levels', startText(`"input":${deep(10_000)}`), 200, CODE, 'nested deeper than 200 levels'),
  refused('metadata of 10,000 levels', startText(`"metadata":{"a":${deep(10_000)}}`), 200, CODE, 'nested deeper than 200 levels'),
  refused('a foreign prototype in the input', startText('"input":{"__proto__":{"isAdmin":true}}'), 400, CODE, '__proto__'),
  refused('a foreign prototype in the metadata', startText('"metadata":{"__proto__":{"a":1}}'), 400, CODE, '__proto__'),
  refused('metadata that is no object', start({ metadata: [1] }), 200, CODE, 'metadata must be a JSON object'),
  refused('a number beyond all numbers', startText('"input":1e999'), 200, CODE, 'Infinity'),
  refused('a priority beyond its range', start({ priority: 2 ** 31 }), 400, CODE, '32-bit'),
  refused('a deadline that is a formula', start({ deadline: '1e9 * 1e9' }), 400, CODE, 'uration'),
  refused('an instant beyond all calendars', start({ runAt: '+999999-01-01T00:00:00Z' }), 400, CODE, 'DateTime'),
  refused('an unknown field of the input', start({ role: 'admin' }), 400, CODE, 'role'),
  refused('the prototype as a setting', settings('__proto__: 1'), 200, CODE, '__proto__'),
  refused('the constructor as a setting', settings('constructor: 1'), 200, CODE, 'constructor'),
  refused('a setting beyond its range', settings('maxRetries: 1000000'), 200, CODE, 'maxRetries'),
  refused('a setting that is no number', settings('concurrency: -1'), 200, CODE, 'concurrency'),
  refused(
    'a filter by the prototype',
    graphql('{ operations(filter: { metadata: { __proto__: { a: 1 } } }) { totalCount } }'),
    200,
    CODE,
    '__proto__',
  ),
  refused(
    'an empty filter for all operations',
    graphql('mutation { deleteOperations(input: {}) { changed } }'),
    200,
    CODE,
    'all: true',
  ),
]
