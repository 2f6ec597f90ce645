import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'

/** A document of GraphQL with the types of its answer and its variables, as codegen writes them. */
export type Document<Answer, Variables> = DocumentTypeDecoration<Answer, Variables> & { toString(): string }

/** What a subscription answers: an event, under the name of its field. */
type Events = Readonly<Record<string, { readonly cursor: string }>>

/** What the commands need of a client: everything they do at the server goes through here. */
export interface Api {
  /**
   * Sends a query or a mutation.
   *
   * @throws an error with a `code`: the one that GraphQL answered, or UNREACHABLE when the server gave no answer
   */
  request<Answer, Variables>(document: Document<Answer, Variables>, variables: Variables): Promise<Answer>
  /**
   * Subscribes. When the connection is lost it is made again, and the subscription goes on after the last cursor that
   * was received: nothing is lost or doubled, also over restarts of the server.
   *
   * @throws an error with a `code`, such as CURSOR_EXPIRED when what followed the cursor is gone; the reason of `signal`
   *   when it is aborted
   */
  subscribe<Answer extends Events, Variables>(
    document: Document<Answer, Variables>,
    variables: Variables & { readonly after: string },
    signal: AbortSignal,
  ): AsyncIterable<Answer[keyof Answer]>
  /** Calls `listener` when the connection of the subscriptions is lost (false) and made again (true). */
  onConnection(listener: (connected: boolean) => void): void
  close(): Promise<void>
}

/** Where the server is, and how to get in. */
export interface ApiOptions {
  readonly url: string
  readonly token: string | null
}

export type OpenApi = (options: ApiOptions) => Api
