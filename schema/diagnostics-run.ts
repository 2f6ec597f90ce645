import type { Diagnostics, Run, RunOptions } from '../src/diagnostics/diagnostics.ts'
import { RecoveryError } from '../src/operation/errors.ts'
import type { Context } from './context.ts'
import { present } from './present.ts'
import type { SeenOperation } from './seen-operation.ts'

/** A run as it is answered: the object type of each kind of run is made of one. */
export interface SeenRun<R> {
  readonly operation: SeenOperation
  readonly report: R | null
}

/** @throws RecoveryError when the server was put together without diagnostics */
export function diagnosticsOf({ diagnostics }: Context): Diagnostics {
  if (diagnostics !== null) return diagnostics
  throw new RecoveryError(
    'FORBIDDEN',
    'This server offers no diagnostics; start it with `npm start`, or give them to its context',
  )
}

/** Starts a run as its caller asked. */
export async function seenRun<R>(
  context: Context,
  wait: boolean | null | undefined,
  run: (diagnostics: Diagnostics, options: RunOptions) => Promise<Run<R>>,
): Promise<SeenRun<R>> {
  const eventCursor = context.recovery.eventCursor()
  const { operation, report } = await run(diagnosticsOf(context), present({ wait, actor: context.actor }))
  return { operation: { ...operation, eventCursor }, report }
}

export const WAIT = 'Whether to answer once the run is over; otherwise `report` is null and the operation is to be followed.'
export const RUN_OPERATION = 'The run, which is an operation: it has progress and can be cancelled.'
export const RUN_REPORT =
  'What came of it; null while it is not over, and when it was cancelled. The operation has it as its result.'
/** What a run costs: many of them in one request are refused. */
export const RUN_COST = { own: 1000 }
