/** A GraphQL document that knows its types, as code generators write it. A plain string is one that knows nothing. */
export interface TypedDocument<R, V> {
  toString(): string
  // The name by which generated documents carry their types; there is no such value.
  // biome-ignore lint/style/useNamingConvention: generators name it so
  readonly __apiType?: ((variables: V) => R) | undefined
}

/** The variables and options of a call; without variables where the document asks for none. */
export type Arguments<V, O> = Record<never, never> extends V ? [variables?: V, options?: O] : [variables: V, options?: O]

/** What a subscription answers: one event under the name of its field, with its place in the log. */
export type EventResult = Readonly<Record<string, Event>>

interface Event {
  readonly cursor: string
}

/** Variables with the place to go on from. */
export interface AfterVariables {
  readonly after?: string | null | undefined
}
