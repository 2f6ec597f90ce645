import { type ReadonlySignal, signal } from '@preact/signals'
import { ActiveBulkOperations, BulkOperation } from '../../documents/bulk.ts'
import type { BulkOperationPartsFragment, ListedOperationFragment } from '../../gql/graphql.ts'
import { client } from '../../state/client.ts'
import { tellError } from '../../state/toasts.ts'
import { ACTIVE_STATES } from '../../text/states.ts'
import { BULK_ACTIONS, type BulkAction } from './bulk-actions.ts'

/** The function of the operations that do something to many others. */
export const BULK_FUNCTION = 'bulk.control'

export interface BulkRun extends BulkOperationPartsFragment {
  readonly action: BulkAction
}

/** The large sets that are being carried out, whoever asked for them, until the person has seen what came of them. */
export class BulkWatch {
  readonly #runs = signal<readonly BulkRun[]>([])
  readonly #dismissed = new Set<string>()

  get runs(): ReadonlySignal<readonly BulkRun[]> {
    return this.#runs
  }

  /** Finds those that are under way, and what came of those that were. */
  async load(): Promise<void> {
    for (const { id, state } of this.#runs.peek()) if (ACTIVE_STATES.includes(state)) void this.look(id)
    try {
      const { operations } = await client.query(ActiveBulkOperations, {})
      for (const { node } of operations.edges) this.set(node)
    } catch {
      // The list beside it cannot be read either, and says so.
    }
  }

  /** Takes what an event tells; what it does not tell is asked for. */
  receive(id: string, operation: ListedOperationFragment | null): void {
    if (operation === null) this.dismiss(id)
    else if (!this.#dismissed.has(id)) {
      const run = this.#runs.peek().find((one) => one.id === id)
      const { state, progress, availableActions, updatedAt } = operation
      if (run !== undefined && ACTIVE_STATES.includes(state)) this.set({ ...run, state, progress, availableActions, updatedAt })
      else void this.look(id)
    }
  }

  /** Asks for one of them. */
  async look(id: string): Promise<void> {
    try {
      const { operation } = await client.query(BulkOperation, { id })
      if (operation === null) this.dismiss(id)
      else this.set(operation)
    } catch (error) {
      tellError('The progress of a large change could not be read', error)
    }
  }

  set(operation: BulkOperationPartsFragment): void {
    if (this.#dismissed.has(operation.id)) return
    const run = { ...operation, action: actionOf(operation.input) }
    const runs = this.#runs.peek()
    const index = runs.findIndex(({ id }) => id === run.id)
    const known = runs[index]
    if (known === undefined) this.#runs.value = [...runs, run]
    else if (run.updatedAt >= known.updatedAt) this.#runs.value = runs.with(index, run)
  }

  dismiss(id: string): void {
    this.#dismissed.add(id)
    this.#runs.value = this.#runs.peek().filter((one) => one.id !== id)
  }
}

interface BulkInput {
  readonly request?: { readonly action?: string; readonly force?: boolean }
}

function actionOf(input: unknown): BulkAction {
  const { action, force } = (input as BulkInput | null)?.request ?? {}
  if (action === 'retry' && force === true) return 'force'
  return BULK_ACTIONS.find((one) => one === action) ?? 'retry'
}
