import { type Case, refused } from '../attack.ts'
import { spoken, subscribed } from '../words.ts'

// What a client says, in whole frames, that the protocol does not know or not now.

const INVALID = 'Invalid message'
const QUERY = { query: '{ functions { name } }' }
const STREAM = { query: 'subscription { recoveryUpdate { cursor } }' }
const said = (...messages: readonly unknown[]) => spoken(({ say }) => messages.forEach(say))
const afterInit = (...messages: readonly unknown[]) =>
  spoken(async ({ init, say }) => {
    await init()
    for (const message of messages) say(message)
  })

export const WEBSOCKET: readonly Case[] = [
  refused('text that is no JSON', said('hello'), 4400, null, INVALID),
  refused('a message that is null', said('null'), 4400, null, INVALID),
  refused('a message without a type', said({ id: 'a' }), 4400, null, INVALID),
  refused('an unknown message', said({ type: 'connection_terminate' }), 4400, null, INVALID),
  refused('a message of the older protocol', said({ type: 'start', id: 'a', payload: QUERY }), 4400, null, INVALID),
  refused('a message that only servers send', afterInit({ type: 'next', id: 'a', payload: {} }), 4400, null, INVALID),
  refused('an acknowledgement of its own', afterInit({ type: 'connection_ack' }), 4400, null, INVALID),
  refused('a subscription without an id', afterInit({ type: 'subscribe', payload: QUERY }), 4400, null, INVALID),
  refused('a subscription with an empty id', afterInit({ id: '', type: 'subscribe', payload: QUERY }), 4400, null, INVALID),
  refused('a subscription without a query', afterInit({ id: 'a', type: 'subscribe', payload: {} }), 4400, null, INVALID),
  refused('a query that is a number', afterInit({ id: 'a', type: 'subscribe', payload: { query: 1 } }), 4400, null, INVALID),
  refused(
    'variables that are text',
    afterInit({ id: 'a', type: 'subscribe', payload: { ...QUERY, variables: 'x' } }),
    4400,
    null,
    INVALID,
  ),
  refused('parameters that are a list', said({ type: 'connection_init', payload: [] }), 4400, null, INVALID),
  refused(
    'a message of bytes',
    spoken(({ socket }) => socket.send(Buffer.from([0, 1, 2]))),
    4400,
    null,
    INVALID,
  ),
  refused(
    'a message of 20,000 levels',
    said(`{"type":"ping","payload":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`),
    4400,
    null,
    'it is nested too deep',
  ),
  refused('a question before the first word', said({ id: 'a', type: 'subscribe', payload: QUERY }), 4401, null, 'Unauthorized'),
  refused('a second first word', afterInit({ type: 'connection_init' }), 4429, null, 'Too many initialisation requests'),
  refused(
    'one id for two subscriptions',
    afterInit({ id: 'a', type: 'subscribe', payload: STREAM }, { id: 'a', type: 'subscribe', payload: STREAM }),
    4409,
    null,
    'Subscriber for a already exists',
  ),
  refused('no token', said({ type: 'connection_init' }), 4403, null, 'Forbidden: This server wants to know who asks'),
  refused(
    'a wrong token',
    said({ type: 'connection_init', payload: { token: 'guess' } }),
    4403,
    null,
    'Forbidden: The token is not known',
  ),
  refused(
    'a token that is an object',
    said({ type: 'connection_init', payload: { token: { length: 1 } } }),
    4403,
    null,
    'Forbidden',
  ),
  refused(
    'no protocol',
    spoken(() => undefined, []),
    4406,
    null,
    'Subprotocol not acceptable',
  ),
  refused(
    'a query that is too expensive',
    subscribed('{ operations(first: 500) { edges { node { attempts(first: 500) { edges { cursor } } } } } }'),
    0,
    'INVALID_INPUT',
    'the limit is 50000',
  ),
  refused('fragments in a circle', subscribed('{ ...A } fragment A on Query { ...A }'), 0, 'INVALID_INPUT', 'within itself'),
  refused('a flood of tokens', subscribed(`{ ${'__typename '.repeat(50_000)}}`), 0, 'INVALID_INPUT', 'more than 5000 tokens'),
]
