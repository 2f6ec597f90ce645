import { type Case, http, type Outcome, refused, send } from '../attack.ts'
import { firstPackets, packets } from '../packets.ts'
import type { Target } from '../target.ts'

const POLLING = '/socket.io/?EIO=4&transport=polling'
const ask = 'subscribe_recovery'
const get = (path: string) => http({ method: 'GET', path })

/** Opens a session that polls, and does something with it. */
function inSession(act: (target: Target, path: string) => Promise<Outcome>): Case['attack'] {
  return async (target) => {
    const opened = await send(target, { method: 'GET', path: POLLING })
    const { sid } = JSON.parse(opened.message.slice(1)) as { sid: string }
    return act(target, `${POLLING}&sid=${sid}`)
  }
}

export const SOCKETIO: readonly Case[] = [
  refused('no token', firstPackets('40'), 0, 'UNAUTHENTICATED', 'send Authorization: Bearer <token>'),
  refused('a wrong token', firstPackets('40{"token":"guess"}'), 0, 'UNAUTHENTICATED', 'The token is not known'),
  refused('a question before the token', firstPackets(`420["${ask}",{"operation_id":"patient"}]`), 1005, null, ''),
  refused(
    'an unknown version of the protocol',
    get('/socket.io/?EIO=3&transport=polling'),
    400,
    null,
    'Unsupported protocol version',
  ),
  refused('no version of the protocol', get('/socket.io/?transport=polling'), 400, null, 'Unsupported protocol version'),
  refused('an unknown transport', get('/socket.io/?EIO=4&transport=__proto__'), 400, null, 'Transport unknown'),
  refused('a session of nobody', get(`${POLLING}&sid=__proto__`), 400, null, 'Session ID unknown'),
  refused('a session that begins by POST', http({ path: POLLING, body: '40' }), 400, null, 'Bad handshake method'),
  refused('another method', http({ method: 'DELETE', path: POLLING }), 405, 'INVALID_INPUT', 'use GET or POST'),
  refused(
    'a body that is too large',
    inSession((target, path) => send(target, { path, body: '4'.repeat(64 * 1024 + 1) })),
    413,
    null,
    '',
  ),
  refused(
    'two polls at once',
    inSession(async (target, path) => {
      const polls = [1, 2].map(() => send(target, { method: 'GET', path }))
      const answers = await Promise.all(polls)
      return answers.find(({ status }) => status !== 200) as Outcome
    }),
    400,
    null,
    '',
  ),
  refused('a namespace of admins', packets('40/admin,'), 0, null, 'Invalid namespace'),
  refused('a namespace of the prototype', packets('40/__proto__,'), 0, null, 'Invalid namespace'),
  refused('a packet of more than 64 KiB', packets(`42["${ask}","${'x'.repeat(64 * 1024)}"]`), 1009, null, ''),
  refused('text that is no packet', packets('hello'), 1005, null, ''),
  refused('an unknown kind of packet', packets('49'), 1005, null, ''),
  refused('a packet of broken JSON', packets(`42["${ask}",{`), 1005, null, ''),
  refused('an event without a name', packets('42[]'), 1005, null, ''),
  refused('a reserved event', packets('42["disconnect"]'), 1005, null, ''),
  refused('attachments without end', packets(`459999999-["${ask}",{"_placeholder":true,"num":0}]`), 1005, null, ''),
  refused(
    'JSON of 30,000 levels',
    packets(`420["${ask}",${'['.repeat(30_000)}${']'.repeat(30_000)}]`),
    0,
    null,
    'Send an object with operation_id',
  ),
  refused('bytes that nobody announced', packets(Buffer.from([1, 2, 3])), 1005, null, ''),
  refused('an unknown event', packets('420["delete_everything",{}]'), 0, null, 'There is no such event'),
  refused('an event of the prototype', packets('420["__proto__",{}]'), 0, null, 'There is no such event'),
  refused('a question for no operation', packets(`420["${ask}",{"operation_id":{}}]`), 0, null, 'operation_id'),
  refused(
    'ten thousand questions',
    packets(...Array<string>(10_000).fill(`42["${ask}",{"operation_id":"patient"}]`)),
    4429,
    null,
    'Too many requests',
  ),
]
