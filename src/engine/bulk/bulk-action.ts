import type { Clock } from '../../operation/clock.ts'
import { type ErrorCode, NotFoundError, RecoveryError } from '../../operation/errors.ts'
import type { NewId } from '../../operation/ids.ts'
import type { Operation } from '../../operation/operation.ts'
import type { Store } from '../../operation/store.ts'
import type { PersonCommand } from '../control-commands.ts'
import type { Controls } from '../controls.ts'
import type { BulkRequest } from './bulk-options.ts'

/** An operation that was left as it was, and why. */
export interface BulkSkip {
  readonly id: string
  readonly reason: string
  readonly code: ErrorCode
}

/** What became of each of a page: changed, already so, or skipped. */
export interface BulkCounts {
  readonly changed: number
  readonly skipped: readonly BulkSkip[]
}

export interface BulkParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly controls: Controls
}

/** Does to a page of operations what was asked. Each is decided anew: whatever else happens to it, nothing illegal does. */
export class BulkActionRunner {
  readonly #parts: BulkParts
  readonly #request: BulkRequest
  /** The bulk operation that the changes are a part of. */
  readonly #bulk: { readonly bulk?: string }

  constructor(parts: BulkParts, request: BulkRequest, bulkId: string | null) {
    this.#parts = parts
    this.#request = request
    this.#bulk = bulkId === null ? {} : { bulk: bulkId }
  }

  /** All at once, so that their commits share transactions. */
  async run(ids: readonly string[]): Promise<BulkCounts> {
    if (this.#request.action === 'delete') return this.#delete(ids)
    const outcomes = await Promise.all(ids.map((id) => this.#control(id)))
    return {
      changed: outcomes.filter((outcome) => outcome === true).length,
      skipped: outcomes.filter((outcome) => typeof outcome === 'object'),
    }
  }

  /** Whether it was changed, or why it was skipped. */
  async #control(id: string): Promise<boolean | BulkSkip> {
    try {
      return (await this.#parts.controls.apply(id, this.#command())).changed
    } catch (error) {
      return skipOf(id, error)
    }
  }

  #command(): PersonCommand {
    const { action, actor, reason, force, maxAttempts } = this.#request
    const by = { actor, ...this.#bulk }
    switch (action) {
      case 'retry':
        return { type: 'retry', ...by, force, maxAttempts, attemptId: this.#parts.newId('att'), circuit: null }
      case 'cancel':
        return { type: 'cancel', ...by, reason }
      case 'resume':
        return { type: 'resume', ...by }
      default:
        return { type: 'pause', ...by }
    }
  }

  async #delete(ids: readonly string[]): Promise<BulkCounts> {
    const { store, clock } = this.#parts
    try {
      const deleted = new Set(await store.deleteOperations(ids, { actor: this.#request.actor, at: clock.now(), ...this.#bulk }))
      const left = ids.filter((id) => !deleted.has(id))
      const there = new Map((await store.operations(left)).map((operation) => [operation.id, operation]))
      return { changed: deleted.size, skipped: left.map((id) => notDeleted(id, there.get(id))) }
    } catch (error) {
      return { changed: 0, skipped: ids.map((id) => skipOf(id, error)) }
    }
  }
}

function notDeleted(id: string, operation: Operation | undefined): BulkSkip {
  if (operation === undefined) return skipOf(id, new NotFoundError(id))
  const state = operation.state.replace('_', ' ')
  const reason = `Operation "${id}" is ${state}, and only operations that have ended are deleted; cancel it first`
  return { id, reason, code: 'INVALID_TRANSITION' }
}

function skipOf(id: string, error: unknown): BulkSkip {
  if (!(error instanceof RecoveryError)) throw error
  return { id, reason: error.message, code: error.code }
}
