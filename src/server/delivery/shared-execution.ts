import { createHash } from 'node:crypto'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  executeSubscriptionEvent,
  type GraphQLError,
  type GraphQLSchema,
  type ValidatedSubscriptionArgs,
  validateSubscriptionArgs,
} from 'graphql'
import { DocumentTraitsFinder } from './document-traits.ts'
import { type GroupResults, ResultCache } from './result-cache.ts'
import { type SharedResult, sharedResult } from './shared-result.ts'
import { SubscriptionResults } from './subscription-results.ts'

/** Who is told, as far as the context of a request knows. */
interface Viewer {
  readonly caller?: { readonly name: string | null; readonly role: string }
  readonly actor?: string | null
}

/** Subscribers who are given the same results. */
interface Group {
  readonly key: string
  readonly results: GroupResults
  members: number
}

/**
 * Subscribes as GraphQL does, but executes an event once for all who asked the same: the same document, operation and
 * variables, by the same viewer. What makes two events the same is that their source hands out the same object.
 *
 * Each subscriber still has a source of its own, so that each goes at its own pace. Those who read the log, to catch up,
 * are given objects of their own and executions of their own.
 */
export class SharedExecution {
  readonly #traits: DocumentTraitsFinder
  readonly #format: (error: unknown) => GraphQLError
  readonly #groups = new Map<string, Group>()
  readonly #cache = new ResultCache()

  /** @param format makes of an error the one that clients see; it is asked once for all of them */
  constructor(schema: GraphQLSchema, format: (error: unknown) => GraphQLError) {
    this.#traits = new DocumentTraitsFinder(schema)
    this.#format = format
  }

  /** In place of graphql-js's `subscribe`. */
  readonly subscribe = async (args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> => {
    const validated = validateSubscriptionArgs(args)
    if (!('schema' in validated)) return { errors: validated }
    const source = await createSourceEventStream(validated)
    if (!(Symbol.asyncIterator in source)) return source
    const group = this.#join(this.#keyOf(args))
    return new SubscriptionResults(
      source[Symbol.asyncIterator](),
      (event) => this.#resultOf(event, group, validated),
      () => this.#leave(group),
    )
  }

  /** Null when nothing of it may be shared. */
  #keyOf({ document, operationName, variableValues, contextValue }: ExecutionArgs): string | null {
    const text = document.loc?.source.body
    const { perViewer, variables } = this.#traits.of(document)
    if (text === undefined || perViewer) return null
    const { caller, actor } = (contextValue ?? {}) as Viewer
    const viewer = [caller?.name, caller?.role, actor]
    // One that was not given takes its default, and null does not: they are two things.
    const given = variables.filter((name) => variableValues?.[name] !== undefined)
    const values = given.map((name) => [name, variableValues?.[name]])
    return createHash('sha256')
      .update(JSON.stringify([text, operationName, values, viewer]))
      .digest('base64')
  }

  #join(key: string | null): Group | null {
    if (key === null) return null
    const group = this.#groups.get(key) ?? { key, results: new Map(), members: 0 }
    this.#groups.set(key, group)
    group.members++
    return group
  }

  #leave(group: Group | null): void {
    if (group === null || --group.members > 0) return
    this.#groups.delete(group.key)
    this.#cache.forget(group.results)
  }

  #resultOf(event: unknown, group: Group | null, validated: ValidatedSubscriptionArgs): SharedResult | Promise<SharedResult> {
    if (group === null || group.members === 1 || typeof event !== 'object' || event === null)
      return this.#execute(event, validated)
    const cached = group.results.get(event)
    if (cached !== undefined) return cached.result
    const result = this.#execute(event, validated)
    this.#cache.keep(group.results, event, result)
    return result
  }

  #execute(event: unknown, validated: ValidatedSubscriptionArgs): SharedResult | Promise<SharedResult> {
    const result = executeSubscriptionEvent({ ...validated, rootValue: event })
    return result instanceof Promise
      ? result.then((settled) => sharedResult(settled, this.#format))
      : sharedResult(result as ExecutionResult, this.#format)
  }
}
