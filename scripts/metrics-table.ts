import { type MetricObject, Registry } from 'prom-client'
import { EventMeter } from '../src/server/metrics/event-meter.ts'
import { FunctionLabels } from '../src/server/metrics/function-labels.ts'
import { StateGauges } from '../src/server/metrics/state-gauges.ts'
import { table } from './markdown.ts'

interface Described extends MetricObject {
  readonly labelNames?: readonly string[]
}

/** The product's own metrics, from the registry that `/metrics` answers from. */
export function metricsTable(): string {
  const registry = new Registry()
  const labels = new FunctionLabels(() => true)
  new StateGauges(registry, labels)
  new EventMeter(registry, labels)
  const rows = registry
    .getMetricsAsArray()
    .map((metric: Described) => [`\`${metric.name}\``, kindOf(metric), labelsOf(metric), metric.help])
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b))
  return table(['metric', 'type', 'labels', 'meaning'], rows)
}

function kindOf(metric: Described): string {
  return metric.constructor.name.toLowerCase()
}

function labelsOf({ labelNames = [] }: Described): string {
  return labelNames.map((name) => `\`${name}\``).join(', ')
}
