import { GraphQLInt, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { choosesEvents, perViewer } from '../../../schema/sharing.ts'

/** What is told: the same object to everybody. */
export interface Item {
  readonly text: string
}

type Next = IteratorResult<Item, undefined>

/** One subscriber's own queue of what is told to all. */
class Subscriber implements AsyncIterableIterator<Item> {
  readonly #queue: Item[] = []
  #waiting: ((next: Next) => void) | null = null

  tell(item: Item): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting === null) this.#queue.push(item)
    else waiting({ done: false, value: item })
  }

  next(): Promise<Next> {
    const value = this.#queue.shift()
    if (value !== undefined) return Promise.resolve({ done: false, value })
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }

  async return(): Promise<Next> {
    this.#waiting?.({ done: true, value: undefined })
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

/** A schema that tells the same to all subscribers, and counts how often its resolvers run. */
export function createBroadcast() {
  const subscribers: Subscriber[] = []
  const calls = { text: 0, failing: 0, mine: 0 }
  const text = {
    type: GraphQLString,
    args: { repeat: { type: GraphQLInt } },
    resolve: (told: Item, { repeat = 1 }: { repeat?: number }) => {
      calls.text++
      return told.text.repeat(repeat)
    },
  }
  const failing = {
    type: GraphQLString,
    resolve: () => {
      calls.failing++
      throw new Error('the password is hunter2')
    },
  }
  const mine = {
    type: GraphQLString,
    extensions: perViewer(),
    resolve: (_: unknown, __: unknown, { name }: { name?: string }) => {
      calls.mine++
      return name ?? 'nobody'
    },
  }
  const named = new GraphQLInterfaceType({ name: 'Named', fields: { mine: { type: GraphQLString } }, resolveType: () => 'Item' })
  const item: GraphQLObjectType = new GraphQLObjectType({
    name: 'Item',
    interfaces: [named],
    fields: () => ({
      text,
      failing,
      mine,
      later: { type: GraphQLString, resolve: async () => 'later' },
      named: { type: named, resolve: (it) => it },
    }),
  })
  const subscribe = () => {
    const subscriber = new Subscriber()
    subscribers.push(subscriber)
    return subscriber
  }
  const args = { after: { type: GraphQLString } }
  const items = { type: item, args, subscribe, resolve: (it: unknown) => it }
  const schema = new GraphQLSchema({
    types: [item],
    query: new GraphQLObjectType({ name: 'Query', fields: { hello: { type: GraphQLString, resolve: () => 'world' } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { items: { ...items, extensions: choosesEvents() }, plainItems: items },
    }),
  })
  /** Tells all who have subscribed. */
  const tell = (value: string) => {
    const told: Item = { text: value }
    for (const subscriber of subscribers) subscriber.tell(told)
  }
  return { schema, calls, subscribers, tell }
}
