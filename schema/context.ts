import type { Diagnostics } from '../src/diagnostics/diagnostics.ts'
import type { Recovery } from '../src/engine/recovery.ts'
import { ANYONE, type Caller } from '../src/operation/caller.ts'
import { readTraceContext, type TraceContext } from '../src/operation/trace-context.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { SeenOperation } from './seen-operation.ts'

/** What every resolver is given. One per request, and one for the life of a subscription: so it caches nothing. */
export interface Context {
  readonly recovery: Recovery
  /** Null when the server was put together without. */
  readonly diagnostics: Diagnostics | null
  readonly caller: Caller
  /** The caller's name, for the event log; null when the server does not know. */
  readonly actor: string | null
  /** Where in a trace the request was sent; null when it did not say. */
  readonly trace: TraceContext | null
  /** The operation as it is now; lookups of one turn share one read. */
  readonly operation: (id: string) => Promise<SeenOperation | null>
  readonly load: Loaders
}

/** The headers of W3C Trace Context, as they came. */
export interface TraceHeaders {
  readonly traceparent?: string | undefined
  readonly tracestate?: string | undefined
}

export function createContext(
  recovery: Recovery,
  caller: Caller = ANYONE,
  diagnostics: Diagnostics | null = null,
  { traceparent, tracestate }: TraceHeaders = {},
): Context {
  const load = createLoaders(recovery)
  const trace = readTraceContext(traceparent, tracestate)
  return { recovery, diagnostics, caller, actor: caller.name, trace, operation: load.operation, load }
}
