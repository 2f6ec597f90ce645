import type { DispatchIntent } from './change.ts'
import type { Operation, RunningOperation } from './operation.ts'

/** An accepted change's intent, with the row it is about. */
export interface Dispatched {
  readonly operation: Operation
  readonly intent: DispatchIntent
}

/** The store's open transaction, for a dispatcher that keeps its jobs in the same database. */
export interface Transaction {
  /** Runs one statement inside the transaction and answers its rows. */
  execute(sql: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

/** Joins each commit: called inside the transaction, answers what to do once the commit is durable. */
export interface CommitListener {
  /** May throw or reject: then the transaction is rolled back. `tx` is null on a store without statements (memory). */
  onCommit(tx: Transaction | null, dispatched: readonly Dispatched[]): (() => void) | Promise<() => void>
}

/** The right to run one operation now, on this server. `token` fences everything the attempt writes. */
export interface Claim {
  readonly operationId: string
  readonly functionName: string
  readonly token: string
  /** The row as of its last commit, when the dispatcher has it at hand. */
  readonly operation: Operation | null
}

/** Decides which server runs what is due. The engine pulls; one loop serves one process and many. */
export interface Dispatcher extends CommitListener {
  /** Begins to call `onWake`. */
  start(): Promise<void>
  stop(): Promise<void>
  /**
   * Claims what is due: of each function at most its free slots, at most `total` in all, highest priority first.
   * A claimed operation is not handed out again until its claim is released.
   */
  claim(slots: ReadonlyMap<string, number>, total: number): Promise<readonly Claim[]>
  /** A claim on an operation that this server is about to create with an attempt that runs already. */
  adopt(operationId: string, functionName: string): Claim
  /** Ends a claim: its attempt has settled, or it never began. */
  release(claim: Claim): void
  /** Whom to tell that a claim may now find something. */
  onWake(listener: () => void): void
  /** Operations that a dead server left running, in batches; empty when there are none (any more). */
  orphans(limit: number): Promise<readonly RunningOperation[]>
}
