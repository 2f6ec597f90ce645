import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Target } from './target.ts'

interface Update {
  readonly cursor: string
  readonly operationId: string
  readonly state: string
}

interface Message {
  readonly type: string
  readonly payload?: { readonly data?: { readonly recoveryUpdate: Update } }
}

/** A well-behaved client beside the attacks: it subscribes, asks again and again, and has an operation that runs. */
export class Bystander {
  readonly #target: Target
  // One connection, kept: another one might be refused while the server is full.
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #updates: Update[] = []
  readonly #faults: string[] = []
  readonly #ended = Promise.withResolvers<string>()
  readonly #waiting = new Set<() => void>()
  #socket: WebSocket | null = null
  #asking: Promise<void> = Promise.resolve()
  #leaves = false
  #greetings = 0
  #answers = 0

  constructor(target: Target) {
    this.#target = target
  }

  async begin(): Promise<void> {
    await this.#subscribe()
    await this.#start('patient', 'patient', null)
    await this.#until('patient', 'IN_PROGRESS')
    this.#asking = this.#ask()
  }

  /** Starts something, waits for its end, and answers what was told of it, what went wrong so far, and how its other operation is. */
  async greet(): Promise<{ readonly told: readonly string[]; readonly faults: readonly string[]; readonly patient: string }> {
    const id = `greeting-${++this.#greetings}`
    await this.#start(id, 'greet', id)
    await this.#until(id, 'SUCCESS')
    const answersBefore = this.#answers
    while (this.#answers === answersBefore && this.#faults.length === 0) await this.#query('{ functions { name } }')
    const { patient } = await this.#query('{ patient: operation(id: "patient") { state attempt } }')
    const told = this.#updates.filter(({ operationId }) => operationId === id).map(({ state }) => state)
    return { told, faults: [...this.#faults], patient: JSON.stringify(patient) }
  }

  /** The places of all that it was told, in order. */
  get told(): readonly string[] {
    return this.#updates.map(({ cursor }) => cursor)
  }

  /** The same as the log has it: a second subscription after the first place, up to the last. */
  async logged(): Promise<readonly string[]> {
    const [first = '', ...rest] = this.told
    const logged = [first]
    const { promise, resolve } = Promise.withResolvers<void>()
    const socket = await this.#follow(first, (message) => {
      const cursor = message.payload?.data?.recoveryUpdate.cursor
      if (cursor !== undefined) logged.push(cursor)
      if (cursor === undefined || cursor === rest.at(-1)) resolve()
    })
    await promise
    socket.terminate()
    return logged
  }

  async end(): Promise<void> {
    this.#leaves = true
    await this.#asking
    await this.#query('mutation { cancelOperation(input: { id: "patient" }) { __typename } }')
    await this.#until('patient', 'CANCELLED')
    this.#socket?.terminate()
    this.#agent.destroy()
  }

  async #subscribe(): Promise<void> {
    this.#socket = await this.#follow(null, (message) => this.#hear(message))
    this.#socket.on('close', (code, reason) => {
      if (!this.#leaves) this.#fault(`The subscription was closed with ${code} ${reason}`)
    })
  }

  async #follow(after: string | null, hear: (message: Message) => void): Promise<WebSocket> {
    const { url, tokens } = this.#target
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    await once(socket, 'open')
    const say = (message: object) => socket.send(JSON.stringify(message))
    say({ type: 'connection_init', payload: { token: tokens.operator } })
    await once(socket, 'message')
    socket.on('message', (data) => hear(JSON.parse(String(data))))
    const query = 'subscription ($after: String) { recoveryUpdate(after: $after, progress: false) { cursor operationId state } }'
    say({ id: 'all', type: 'subscribe', payload: { query, variables: { after } } })
    return socket
  }

  #hear(message: Message): void {
    const update = message.payload?.data?.recoveryUpdate
    if (message.type !== 'next' || update === undefined) {
      this.#fault(`The subscription said ${JSON.stringify(message)}`)
      return
    }
    this.#updates.push(update)
    for (const look of this.#waiting) look()
  }

  #until(id: string, state: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = () => {
      if (this.#updates.some((update) => update.operationId === id && update.state === state)) resolve()
    }
    this.#ended.promise.then(reject)
    this.#waiting.add(look)
    look()
    return promise.finally(() => this.#waiting.delete(look))
  }

  async #ask(): Promise<void> {
    while (!this.#leaves) {
      // Within what one caller may ask in a second.
      await setTimeout(10)
      const { functions } = await this.#query('{ functions { name } }').catch((error: unknown) => ({ functions: error }))
      if (JSON.stringify(functions)?.includes('"greet"')) this.#answers++
      else return this.#fault(`A query was answered with ${functions}`)
    }
  }

  async #start(id: string, functionName: string, input: unknown): Promise<void> {
    const query =
      'mutation ($input: StartOperationInput!) { startOperation(input: $input) { ... on StartOperationPayload { operation { id } } } }'
    const { startOperation } = await this.#query(query, { input: { id, functionName, input } })
    if (!JSON.stringify(startOperation).includes(id)) this.#fault(`A start was answered with ${JSON.stringify(startOperation)}`)
  }

  async #query(query: string, variables?: object): Promise<Readonly<Record<string, unknown>>> {
    const { port, tokens } = this.#target
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens.operator}` }
    const path = '/graphql'
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', agent: this.#agent, headers })
    outgoing.end(JSON.stringify({ query, variables }))
    const [response] = await once(outgoing, 'response')
    const { data, errors } = (await json(response)) as { data?: Readonly<Record<string, unknown>>; errors?: unknown }
    if (errors !== undefined || data === undefined) throw new Error(`A query was answered with ${JSON.stringify(errors)}`)
    return data
  }

  #fault(what: string): void {
    this.#faults.push(what)
    this.#ended.resolve(what)
  }
}
