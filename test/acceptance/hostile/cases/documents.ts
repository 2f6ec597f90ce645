import { type Case, graphql, http, refused } from '../attack.ts'

// Queries that are short to write and long to answer, or too long to read.

const times = (count: number, part: (i: number) => string) => Array.from({ length: count }, (_, i) => part(i)).join(' ')
const nested = (levels: number, open: string, within: string) => `${open.repeat(levels)}${within}${' }'.repeat(levels)}`
const page = (within: string) => `operations(first: 500) { edges { node { ${within} } } }`
/** Each fragment spreads the next one so often: fields beyond counting, in a few lines. */
const bomb = (levels: number, spreads: number, field: (i: number) => string) =>
  `{ ...F0 } ${times(levels, (i) => `fragment F${i} on Query { ${field(i)} ${`...F${i + 1} `.repeat(spreads)} }`)} fragment F${levels} on Query { functions { name } }`

const STATUS = 400
const CODE = 'INVALID_INPUT'

export const DOCUMENTS: readonly Case[] = [
  refused(
    'a query that nests too deep',
    graphql('{ operations { edges { node { attempts { edges { node { id } } } } } } }'),
    STATUS,
    CODE,
    'its depth is 7, the limit is 6; ask for fewer fields',
  ),
  refused('fragments inside each other', graphql(`{ ${nested(500, '... { ', '__typename')} }`), STATUS, CODE, 'its depth is 200'),
  refused(
    'a question about the schema that nests too deep',
    graphql(`{ __type(name: "Query") { ${nested(25, 'ofType { ', 'name')} } }`),
    STATUS,
    CODE,
    'its introspection depth is 27, the limit is 20',
  ),
  refused(
    'a query of pages within pages',
    graphql(`{ ${page('attempts(first: 500) { pageInfo { hasNextPage } edges { cursor } }')} }`),
    STATUS,
    CODE,
    'the limit is 50000; ask for fewer fields or smaller pages',
  ),
  refused(
    'a wide query of expensive fields',
    graphql(`{ ${times(100, (i) => `a${i}: ${page('id')}`)} }`),
    STATUS,
    CODE,
    'cost is',
  ),
  refused(
    'an alias flood',
    graphql(`{ ${times(101, (i) => `a${i}: __typename`)} }`),
    STATUS,
    CODE,
    'its aliases are 101, the limit is 100',
  ),
  refused(
    'an alias flood through a fragment',
    graphql(`{ a: node(id: "x") { ...F } b: node(id: "y") { ...F } } fragment F on Node { ${times(60, (i) => `a${i}: id`)} }`),
    STATUS,
    CODE,
    'its aliases are 122',
  ),
  refused(
    'the same list a thousand times',
    graphql(`{ ${times(1000, () => 'functions { name }')} }`),
    200,
    CODE,
    'ask for each once',
  ),
  refused(
    'fragments in a circle',
    graphql('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
    200,
    CODE,
    'Cannot spread fragment "A" within itself via "B"',
  ),
  refused('a fragment within itself', graphql('{ ...A } fragment A on Query { ...A }'), 200, CODE, 'within itself'),
  refused('a bomb of fragments', graphql(bomb(25, 2, (i) => `a${i}: __typename`)), STATUS, CODE, 'its cost is'),
  refused('a wide bomb of fragments', graphql(bomb(8, 20, (i) => `a${i}: __typename`)), STATUS, CODE, 'its cost is'),
  refused(
    'a directive flood',
    graphql(`{ __typename ${'@skip(if: false) '.repeat(700)} }`),
    200,
    CODE,
    'The directive "@skip" can only be used once at this location',
  ),
  refused(
    'unknown directives without end',
    graphql(`{ __typename ${times(1000, (i) => `@a${i}`)} }`),
    200,
    CODE,
    'Unknown directive',
  ),
  refused(
    'a flood of tokens',
    graphql(`{ ${'__typename '.repeat(90_000)} }`),
    200,
    CODE,
    'more than 5000 tokens, which is the limit',
  ),
  refused(
    'a thousand variables',
    graphql(`query (${times(1000, (i) => `$v${i}: Int = 1`)}) { __typename }`),
    200,
    CODE,
    'more than 5000 tokens',
  ),
  refused('a list without end', graphql(`{ nodes(ids: [${'"a" '.repeat(4900)}]) { id } }`), STATUS, CODE, 'cost is'),
  refused(
    'brackets without end',
    graphql('{ a(b: '.concat('['.repeat(4000))),
    200,
    CODE,
    'nests its parts deeper than can be read; send values as variables',
  ),
  refused(
    'two operations without a name',
    graphql('{ __typename } { __typename }'),
    400,
    CODE,
    'Could not determine what operation to execute',
  ),
  refused('an operation that is not there', graphql('query A { __typename } query B { __typename }'), 400, CODE, 'operation'),
  refused(
    'a schema in place of a query',
    graphql('type Query { a: Int }'),
    400,
    CODE,
    'Could not determine what operation to execute',
  ),
  refused(
    'a subscription without a stream',
    http({ body: '{"query":"subscription { recoveryUpdate { cursor } }"}', headers: { accept: 'application/json' } }),
    406,
    CODE,
    'send Accept: text/event-stream',
  ),
  refused(
    'a value of 2,000 levels within the query',
    graphql(
      `mutation { startOperation(input: { functionName: "greet", input: ${'['.repeat(2000)}${']'.repeat(2000)} }) { ... on Error { code message } } }`,
    ),
    200,
    CODE,
    'nested deeper than 200 levels',
  ),
  refused('fragments of 1,200 levels', graphql(`{ ${nested(1200, '... { ', '__typename')} }`), STATUS, CODE, 'its depth is 200'),
  refused(
    'two subscriptions in one',
    graphql('subscription { a: recoveryUpdate { cursor } b: recoveryUpdate { cursor } }'),
    200,
    CODE,
    'one',
  ),
]
