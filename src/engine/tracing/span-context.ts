import {
  type Context,
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  type TraceState,
  trace,
} from '@opentelemetry/api'
import { formatTraceparent, parseTraceparent, type TraceContext } from '../../operation/trace-context.ts'

/** The context of spans whose parent is in another process, or was in an earlier one. */
export function remoteContext(parent: TraceContext | null): Context {
  const parts = parent === null ? null : parseTraceparent(parent.traceparent)
  if (parent === null || parts === null) return ROOT_CONTEXT
  const { traceId, spanId, flags: traceFlags } = parts
  const state = parent.tracestate === null ? {} : { traceState: createTraceState(parent.tracestate) }
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true, ...state })
}

/** What is stored of a span, so that others can be its children later; null when nobody traces. */
export function storedContext(span: SpanContext): TraceContext | null {
  if (!isSpanContextValid(span)) return null
  const { traceId, spanId, traceFlags: flags } = span
  return { traceparent: formatTraceparent({ traceId, spanId, flags }), tracestate: textOf(span.traceState) }
}

function textOf(state: TraceState | undefined): string | null {
  return state?.serialize() || null
}
