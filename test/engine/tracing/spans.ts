import { context, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { onTestFinished } from 'vitest'

/** A span that has ended, as a test reads it. */
export interface Seen {
  readonly name: string
  readonly traceId: string
  readonly id: string
  readonly parentId: string | null
  readonly attributes: Readonly<Record<string, unknown>>
  readonly failed: boolean
  /** What exceptions it recorded: names, messages and stacks, in one text. */
  readonly exceptions: string
}

/** Registers an SDK in this process, as a program would, until the test ends. Answers the spans that have ended, in order. */
export function recordSpans({ contextManager = true } = {}): () => readonly Seen[] {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const manager = new AsyncLocalStorageContextManager()
  trace.setGlobalTracerProvider(provider)
  if (contextManager) context.setGlobalContextManager(manager.enable())
  onTestFinished(async () => {
    trace.disable()
    context.disable()
    await provider.shutdown()
  })
  return () => exporter.getFinishedSpans().map(seen)
}

function seen(span: ReadableSpan): Seen {
  const { traceId, spanId } = span.spanContext()
  return {
    name: span.name,
    traceId,
    id: spanId,
    parentId: span.parentSpanContext?.spanId ?? null,
    attributes: span.attributes,
    failed: span.status.code === SpanStatusCode.ERROR,
    exceptions: JSON.stringify(span.events.map(({ attributes }) => attributes)) + (span.status.message ?? ''),
  }
}
