import { InvalidInputError } from '../src/operation/errors.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { costs } from './cost.ts'
import { MAX_PAGE_SIZE } from './page.ts'

interface Identified {
  readonly id: string
}

/** What an id stands for. Everything but operations has prefixes that no operation may use. */
function typeOfId(id: string): 'Attempt' | 'Step' | 'CircuitBreaker' | 'Operation' {
  if (id.startsWith('att_')) return 'Attempt'
  if (id.startsWith('cb_')) return 'CircuitBreaker'
  return id.startsWith('stp_') ? 'Step' : 'Operation'
}

export const Node = builder.interfaceRef<Identified>('Node').implement({
  description: 'Anything that has an id of its own.',
  resolveType: ({ id }) => typeOfId(id),
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Unique over all types, and the same on every surface: GraphQL, REST, the library and the logs.',
    }),
  }),
})

function findNode(id: string, context: Context): Promise<Identified | null> | Identified | null {
  switch (typeOfId(id)) {
    case 'Attempt':
      return context.load.attempt(id)
    case 'Step':
      return context.load.step(id)
    case 'CircuitBreaker':
      return context.recovery.breakers.byId(id)
    case 'Operation':
      return context.operation(id)
  }
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'The operation, attempt, step or circuit breaker with this id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    extensions: costs({ own: 10 }),
    resolve: (_root, { id }, context) => findNode(id, context),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'What has these ids, in their order; null in the place of an id that nothing has.',
    args: {
      ids: t.arg.idList({ required: true, description: `The ids, at most ${MAX_PAGE_SIZE}.` }),
    },
    extensions: costs(({ ids }: { ids: readonly string[] }) => ({ own: 10 * ids.length, length: ids.length })),
    resolve: (_root, { ids }, context) => {
      if (ids.length > MAX_PAGE_SIZE) {
        throw new InvalidInputError(`ids has ${ids.length} entries; use at most ${MAX_PAGE_SIZE} at a time`, { field: 'ids' })
      }
      return Promise.all(ids.map((id) => findNode(id, context)))
    },
  }),
}))
