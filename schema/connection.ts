import type { ObjectRef } from '@pothos/core'
import { builder, type Types } from './builder.ts'
import { costs } from './cost.ts'
import { type Connection, DEFAULT_PAGE_SIZE, type Edge, MAX_PAGE_SIZE, type PageArgs, type PageInfo } from './page.ts'

const PageInfoType = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page lies in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether items follow this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether items precede this page.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: "The first item's cursor, to page backward: `last` with `before`. Null when the page is empty.",
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: "The last item's cursor, to page forward: `first` with `after`. Null when the page is empty.",
    }),
  }),
})

/** The arguments of every connection. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many items from the start of the range: 0 to ${MAX_PAGE_SIZE}, by default ${DEFAULT_PAGE_SIZE}.`,
  }),
  after: t.string({ description: 'Only items after the one with this cursor.' }),
  last: t.int({ description: `How many items from the end of the range: 0 to ${MAX_PAGE_SIZE}. Not together with \`first\`.` }),
  before: t.string({ description: 'Only items before the one with this cursor.' }),
}))

/** The `extensions` of a field that answers a connection; `own` is the cost of its read. */
export function pageCosts(own = 10) {
  return costs((args: PageArgs) => ({ own, length: args.first ?? args.last ?? DEFAULT_PAGE_SIZE }))
}

/** Makes the types `<name>Edge` and `<name>Connection`; `items` is what the list holds, for the descriptions. */
export function connectionType<T, C extends Connection<T> = Connection<T>>(
  name: string,
  node: ObjectRef<Types, T>,
  items: string,
) {
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `One of the ${items}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Its place in the list, for `after` and `before`.' }),
      node: t.field({ type: node, description: 'The item itself.', resolve: (parent) => parent.node as never }),
    }),
  })
  return builder.objectRef<C>(`${name}Connection`).implement({
    description: `A page of the ${items}.`,
    fields: (t) => ({
      edges: t.field({ type: [edge], description: 'The items of this page.', resolve: (parent) => parent.edges }),
      pageInfo: t.field({ type: PageInfoType, description: 'Where this page lies.', resolve: (parent) => parent.pageInfo }),
    }),
  })
}
