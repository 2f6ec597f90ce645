import { RefusedError, refuse } from './refusals.ts'

/** Only one diagnostic run at a time. */
export const BUSY = { 409: 'Another run is not over, or this one was cancelled or failed.' }

/** A run that GraphQL waited for. */
interface Run<R> {
  readonly operation: { readonly state: string; readonly error: { readonly message: string } | null } | null
  readonly report: R | null
}

/** The conflict that the old documents name, where GraphQL says that it is overloaded. */
export async function oneAtATime<R>(run: () => Promise<R>): Promise<R> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code !== 'OVERLOADED') throw error
    const { code, message } = error.refusal
    throw new RefusedError({ status: 409, code, message }, { cause: error })
  }
}

/** The report; a run that was cancelled or failed has none. */
export function reportOf<R>({ operation, report }: Run<R>): R {
  if (report !== null) return report
  const why = operation?.error?.message ?? 'it was stopped'
  return refuse('INVALID_TRANSITION', `The run ended ${operation?.state.toLowerCase()} and has no report: ${why}`)
}
