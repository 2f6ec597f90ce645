import { CancelOperations, DeleteOperations, PauseOperations, ResumeOperations, RetryOperations } from './documents/bulk.ts'
import { CircuitBreakers, CircuitBreakerUpdates, ResetCircuitBreaker, TripCircuitBreaker } from './documents/circuit-breakers.ts'
import { CancelOperation, PauseOperation, ResumeOperation, RetryOperation, StartOperation } from './documents/controls.ts'
import { Functions } from './documents/functions.ts'
import { OperationById, Operations, RecoveryStatus } from './documents/operations.ts'
import { Performance } from './documents/performance.ts'
import { Settings, UpdateSettings } from './documents/settings.ts'
import { RecoveryCompletions, RecoveryUpdates } from './documents/updates.ts'
import type { SubscribeOptions } from './event-stream.ts'
import type * as Gql from './gql/graphql.ts'
import { type ClientOptions, type Events, GraphqlClient } from './graphql-client.ts'
import type { CallOptions } from './http.ts'

/**
 * A client of a server. It connects when it is first used.
 *
 * @throws ClientError INVALID_INPUT when `url` is no address
 * @example
 * const client = createClient({ url: 'http://127.0.0.1:4000' })
 * const { operation } = orThrow(await client.start({ functionName: 'greet', input: 'Ada' }))
 * for await (const update of client.updates({ operationId: operation.id, after: operation.eventCursor })) {
 *   console.log(update.state)
 * }
 */
export function createClient(options: ClientOptions): RecoveryClient {
  return new RecoveryClient(options)
}

/**
 * A method for each everyday verb, beside `query`, `mutate` and `subscribe` for documents of your own.
 *
 * What the engine refuses (an unknown id, a wrong state) is data: a result with `code` and `message`; see `orThrow`.
 */
export class RecoveryClient extends GraphqlClient {
  /** Starts an operation. */
  async start(input: Gql.StartOperationInput, options?: CallOptions): Promise<Gql.StartOperationMutation['startOperation']> {
    return (await this.mutate(StartOperation, { input }, options)).startOperation
  }

  /** One operation with its attempts; null when there is none with this id. */
  async operation(id: string, options?: CallOptions): Promise<Gql.OperationByIdQuery['operation']> {
    return (await this.query(OperationById, { id }, options)).operation
  }

  /** A page of operations; the newest first unless `orderBy` says otherwise. */
  async operations(page: Gql.OperationsQueryVariables = {}, options?: CallOptions): Promise<Gql.OperationsQuery['operations']> {
    return (await this.query(Operations, page, options)).operations
  }

  /** Tries an operation again now, or opens a new round for one that has ended. */
  async retry(input: Gql.RetryOperationInput, options?: CallOptions): Promise<Gql.RetryOperationMutation['retryOperation']> {
    return (await this.mutate(RetryOperation, { input }, options)).retryOperation
  }

  /** Holds an operation until it is resumed. */
  async pause(input: Gql.PauseOperationInput, options?: CallOptions): Promise<Gql.PauseOperationMutation['pauseOperation']> {
    return (await this.mutate(PauseOperation, { input }, options)).pauseOperation
  }

  /** Lets a paused operation go on. */
  async resume(input: Gql.ResumeOperationInput, options?: CallOptions): Promise<Gql.ResumeOperationMutation['resumeOperation']> {
    return (await this.mutate(ResumeOperation, { input }, options)).resumeOperation
  }

  /** Ends an operation. */
  async cancel(input: Gql.CancelOperationInput, options?: CallOptions): Promise<Gql.CancelOperationMutation['cancelOperation']> {
    return (await this.mutate(CancelOperation, { input }, options)).cancelOperation
  }

  /**
   * Retries all operations that a filter meets; of a large set, the operation that does it is answered. A filter that is
   * refused is thrown, as ClientError.
   */
  async retryAll(input: Gql.RetryOperationsInput, options?: CallOptions): Promise<Gql.BulkFieldsFragment> {
    return (await this.mutate(RetryOperations, { input }, options)).retryOperations
  }

  /** Pauses all operations that a filter meets. */
  async pauseAll(input: Gql.PauseOperationsInput, options?: CallOptions): Promise<Gql.BulkFieldsFragment> {
    return (await this.mutate(PauseOperations, { input }, options)).pauseOperations
  }

  /** Lets all paused operations go on that a filter meets. */
  async resumeAll(input: Gql.ResumeOperationsInput, options?: CallOptions): Promise<Gql.BulkFieldsFragment> {
    return (await this.mutate(ResumeOperations, { input }, options)).resumeOperations
  }

  /** Ends all operations that a filter meets. */
  async cancelAll(input: Gql.CancelOperationsInput, options?: CallOptions): Promise<Gql.BulkFieldsFragment> {
    return (await this.mutate(CancelOperations, { input }, options)).cancelOperations
  }

  /** Deletes all ended operations that a filter meets. */
  async deleteAll(input: Gql.DeleteOperationsInput, options?: CallOptions): Promise<Gql.BulkFieldsFragment> {
    return (await this.mutate(DeleteOperations, { input }, options)).deleteOperations
  }

  /** All circuit breakers. */
  async breakers(options?: CallOptions): Promise<Gql.CircuitBreakersQuery['circuitBreakers']> {
    return (await this.query(CircuitBreakers, {}, options)).circuitBreakers
  }

  /** Forces a circuit breaker open, for a time or until it is reset. */
  async trip(
    input: Gql.TripCircuitBreakerInput,
    options?: CallOptions,
  ): Promise<Gql.TripCircuitBreakerMutation['tripCircuitBreaker']> {
    return (await this.mutate(TripCircuitBreaker, { input }, options)).tripCircuitBreaker
  }

  /** Closes a circuit breaker. */
  async reset(
    input: Gql.ResetCircuitBreakerInput,
    options?: CallOptions,
  ): Promise<Gql.ResetCircuitBreakerMutation['resetCircuitBreaker']> {
    return (await this.mutate(ResetCircuitBreaker, { input }, options)).resetCircuitBreaker
  }

  /** How the system is doing. */
  async status(options?: CallOptions): Promise<Gql.RecoveryStatusQuery['recoveryStatus']> {
    return (await this.query(RecoveryStatus, {}, options)).recoveryStatus
  }

  /** The functions that can be started. */
  async functions(options?: CallOptions): Promise<Gql.FunctionsQuery['functions']> {
    return (await this.query(Functions, {}, options)).functions
  }

  /** The settings as they are now. */
  async settings(options?: CallOptions): Promise<Gql.SettingsQuery['settings']> {
    return (await this.query(Settings, {}, options)).settings
  }

  /** Changes settings. */
  async updateSettings(
    input: Gql.UpdateSettingsInput,
    options?: CallOptions,
  ): Promise<Gql.UpdateSettingsMutation['updateSettings']> {
    return (await this.mutate(UpdateSettings, { input }, options)).updateSettings
  }

  /** How well operations recover, over a time such as `'1h'` or since the beginning. */
  async performance(window?: string | number, options?: CallOptions): Promise<Gql.PerformanceQuery['performance']> {
    return (await this.query(Performance, { window }, options)).performance
  }

  /** Each change of operations; and of those that run their progress and finished steps, whose `type` is null. */
  updates(
    variables?: Gql.RecoveryUpdatesSubscriptionVariables,
    options?: SubscribeOptions,
  ): Events<Gql.RecoveryUpdatesSubscription['recoveryUpdate']> {
    return this.subscribe(RecoveryUpdates, variables, options)
  }

  /** Each end of an operation. */
  completions(
    variables?: Gql.RecoveryCompletionsSubscriptionVariables,
    options?: SubscribeOptions,
  ): Events<Gql.RecoveryCompletionsSubscription['recoveryCompleted']> {
    return this.subscribe(RecoveryCompletions, variables, options)
  }

  /** Each change of circuit breakers. */
  breakerUpdates(
    variables?: Gql.CircuitBreakerUpdatesSubscriptionVariables,
    options?: SubscribeOptions,
  ): Events<Gql.CircuitBreakerUpdatesSubscription['circuitBreakerUpdate']> {
    return this.subscribe(CircuitBreakerUpdates, variables, options)
  }
}
