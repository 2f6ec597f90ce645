import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Case, outcomeOf, refused, send } from '../attack.ts'
import { MAX_CONNECTIONS, MAX_SUBSCRIPTIONS } from '../settings.ts'
import type { Target } from '../target.ts'
import { dial, spoken } from '../words.ts'

// More of what is fine by itself.

const STREAM = { query: 'subscription { recoveryUpdate(operationId: "nobody") { cursor } }' }
const body = '{"query":"{ recoveryStatus { version } }"}'

/** Until one of them is refused. */
async function until429(ask: () => ReturnType<Case['attack']>) {
  for (;;) {
    const outcome = await ask()
    if (outcome.status === 429) return outcome
  }
}

/** Many requests on one connection, without waiting for an answer. */
async function pipelined({ port, tokens }: Target) {
  const request = `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${tokens.viewer}\r\n\r\n`
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(request.repeat(3000))
  let answers = ''
  for await (const chunk of socket) {
    answers += chunk
    const refusal = /HTTP\/1\.1 429 [^{]*(\{.*?\}\]\})/s.exec(answers)?.[1]
    if (refusal !== undefined) return outcomeOf(429, refusal)
  }
  return { status: 0, message: answers.slice(-200) }
}

/** Connections that are held, until the server is full; then one more. */
async function full(target: Target) {
  const held: Socket[] = []
  try {
    for (let i = 0; i < MAX_CONNECTIONS; i++) {
      const socket = connect(target.port, '127.0.0.1')
      held.push(socket.on('error', () => undefined))
      await once(socket, 'connect')
    }
    return await send(target, { body })
  } finally {
    for (const socket of held) socket.destroy()
  }
}

/** As many subscriptions as there may be, on many connections; then one more. */
async function subscriptions(target: Target) {
  const dialled = await Promise.all(Array.from({ length: 50 }, () => dial(target)))
  try {
    await Promise.all(dialled.map(({ words }) => words.init()))
    for (const { words } of dialled)
      for (let i = 0; i < MAX_SUBSCRIPTIONS; i++) words.say({ id: `s${i}`, type: 'subscribe', payload: STREAM })
    const answers = dialled.map(({ words }) => {
      words.say({ id: 'more', type: 'subscribe', payload: STREAM })
      return words.until('error')
    })
    const [first] = await Promise.all(answers)
    return outcomeOf(0, JSON.stringify({ errors: (first as { payload?: unknown }).payload }))
  } finally {
    for (const { words } of dialled) words.socket.terminate()
  }
}

const flood = (message: object) =>
  spoken(async ({ init, say }) => {
    await init()
    for (let i = 0; i < 10_000; i++) say({ ...message, id: `s${i}` })
  })

export const FLOODS: readonly Case[] = [
  refused(
    'a flood of wrong tokens',
    (target) => until429(() => send(target, { body, token: 'guess' })),
    429,
    'RATE_LIMITED',
    'Too many wrong tokens from this address; try again in',
  ),
  refused('a flood of requests of one caller', pipelined, 429, 'RATE_LIMITED', 'Too many requests of this caller; try again in'),
  refused(
    'ten thousand subscriptions on one connection',
    flood({ type: 'subscribe', payload: STREAM }),
    4429,
    null,
    'Too many requests',
  ),
  refused('ten thousand goodbyes', flood({ type: 'complete' }), 4429, null, 'Too many requests'),
  refused(
    'a flood of pings',
    spoken(async ({ init, socket }) => {
      await init()
      for (let i = 0; i < 10_000; i++) socket.ping()
    }),
    4429,
    null,
    'Too many requests',
  ),
  refused(
    'pings without a first word',
    spoken(({ say }) => {
      for (let i = 0; i < 10_000; i++) say({ type: 'ping' })
    }),
    4429,
    null,
    'Too many requests',
  ),
  refused(
    'more subscriptions than a connection may have, on fifty',
    subscriptions,
    0,
    'OVERLOADED',
    'complete some, or open another',
  ),
  refused('more connections than the server may have', full, 503, 'OVERLOADED', 'close some, or try again later'),
]
