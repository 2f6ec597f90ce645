import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Recovery } from '../../engine/recovery.ts'
import type { Metrics, Subscribers } from '../scrape.ts'
import { EventMeter } from './event-meter.ts'
import { FunctionLabels } from './function-labels.ts'
import { StateGauges } from './state-gauges.ts'

/**
 * The metrics of a server, in a registry of their own. Counters and histograms count what this process does from now on;
 * gauges tell what is true when somebody asks, out of counters that the store keeps: no scrape reads operations.
 * Made before the engine opens, it misses nothing.
 */
export function createMetrics(recovery: Recovery, version: string): Metrics {
  const registry = new Registry()
  const labels = new FunctionLabels((functionName) => recovery.insight.defines(functionName))
  const gauges = new StateGauges(registry, labels)
  recovery.insight.observe(new EventMeter(registry, labels))
  collectDefaultMetrics({ register: registry })
  const info = { version, node: process.version, store: recovery.setup.store }
  const help = 'Always 1; what runs is in the labels.'
  new Gauge({ name: 'recoverable_build_info', help, labelNames: Object.keys(info), registers: [registry] }).set(info, 1)

  async function scrape(subscribers: Subscribers): Promise<string> {
    const [status, load] = await Promise.all([recovery.status(), recovery.insight.load()])
    gauges.set({ status, load, breakers: recovery.breakers.list(), subscribers })
    // What was not measured yet is spelt in a way that not every reader knows.
    return (await registry.metrics()).replaceAll(/ Nan$/gm, ' NaN')
  }

  let scraping: Promise<string> | null = null
  return {
    contentType: registry.contentType,
    text(subscribers) {
      // One look at a time: a second one would set gauges anew while the first writes them down.
      scraping ??= scrape(subscribers).finally(() => {
        scraping = null
      })
      return scraping
    },
  }
}
