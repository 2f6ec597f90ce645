import { type Case, graphql, refused } from '../attack.ts'
import { subscribed } from '../words.ts'

const list = (args: string) => graphql(`{ operations(${args}) { edges { cursor } } }`)
const after = (cursor: string) =>
  subscribed('subscription ($after: String) { recoveryUpdate(after: $after) { cursor } }', { after: cursor })
const CODE = 'INVALID_INPUT'

export const CURSORS: readonly Case[] = [
  refused('a page of a billion', list('first: 1000000000'), 400, CODE, 'ask for fewer fields or smaller pages'),
  refused('a page of more than 500', list('first: 501'), 200, CODE, '0 to 500'),
  refused('a page of less than nothing', list('first: -1'), 200, CODE, '0 to 500'),
  refused('a page beyond all integers', list('first: 99999999999999'), 200, CODE, '32-bit'),
  refused('both ends of a list at once', list('first: 1, last: 1'), 200, CODE, 'last'),
  refused('a cursor of no list', list('after: "bm8"'), 200, CODE, 'cursor'),
  refused('a cursor of another list', list('after: "evt_00000000_1"'), 200, CODE, 'cursor'),
  refused('a cursor with a null byte', list('after: "\\u0000"'), 200, CODE, 'cursor'),
  refused('a cursor of half a megabyte', list(`after: "${'a'.repeat(500_000)}"`), 200, CODE, 'cursor'),
  refused('a subscription after a cursor that we never made', after('garbage'), 0, CODE, 'use a `cursor` or `eventCursor`'),
  refused(
    'a subscription after a cursor of another log',
    after('evt_00000000_1'),
    0,
    'CURSOR_EXPIRED',
    'read the operations again',
  ),
  refused('a subscription after a cursor beyond all numbers', after('evt_00000000_zzzzzzzzzzz'), 0, CODE, 'no event cursor'),
  refused('a subscription after half a megabyte', after('x'.repeat(500_000)), 0, CODE, 'no event cursor'),
]
