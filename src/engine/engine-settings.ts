import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import type { Json } from '../operation/json.ts'
import { between, inRange } from '../policy/checks.ts'
import type { Delays } from '../policy/delays.ts'
import { type PolicyOptions, resolvePolicy } from '../policy/policy.ts'
import type { ClaimLoop } from './claim-loop.ts'
import type { EngineOptions } from './engine.ts'
import type { Registry } from './registry.ts'
import type { Retention } from './retention.ts'
import { type Prepare, type Setting, Settings } from './settings.ts'

const DAY_MS = 86_400_000

interface Tuned {
  readonly registry: Registry
  readonly loop: ClaimLoop
  readonly retention: Retention
}

/** What can be changed of an engine; functions add theirs. */
export function createSettings(options: EngineOptions, tuned: Tuned): Settings {
  const settings = new Settings(options.store, options.clock, options.log)
  settings.add(engineSettings(options), prepareEngine(options, tuned))
  return settings
}

/** The engine's own settings. The ranges are those of the configuration. */
function engineSettings({ defaults, concurrency, retention }: EngineOptions): readonly Setting[] {
  const { delays, breaker, maxAttempts } = defaults
  return [
    wholeNumber('maxRetries', 0, 1000, maxAttempts - 1),
    durationWithin('initialDelay', 0, DAY_MS, delays.initialMs),
    { name: 'backoffFactor', configured: delays.factor, check: (value) => between(value as number, 'backoffFactor', 1, 100, 1) },
    durationWithin('maxDelay', 0, 30 * DAY_MS, delays.maxMs),
    wholeNumber('concurrency', 1, 10_000, concurrency),
    wholeNumber('circuitBreakerThreshold', 1, 10_000, breaker?.settings.threshold ?? null),
    durationWithin('circuitBreakerTimeout', 1, 30 * DAY_MS, breaker?.settings.timeoutMs ?? null),
    durationWithin('retention', 1000, 3650 * DAY_MS, retention.operationsMs),
    durationWithin('eventRetention', 1000, 3650 * DAY_MS, retention.eventsMs),
  ]
}

/** A setting that is a whole number within a range. */
export function wholeNumber(name: string, min: number, max: number, configured: number | null): Setting {
  return { name, configured, check: (value) => inRange(value as number, name, min, max, min) }
}

/** A setting that is a length of time within a range, both in milliseconds. */
export function durationWithin(name: string, minMs: number, maxMs: number, configured: number | null): Setting {
  const check = (value: Json): number => {
    const ms = parseDuration(value as Duration, name)
    if (ms >= minMs && ms <= maxMs) return ms
    throw new InvalidInputError(`${name} is ${ms} ms; it must be from ${minMs} ms to ${maxMs} ms`, { field: name })
  }
  return { name, configured, check }
}

/** Applies the engine's settings: to the functions that did not say otherwise themselves, and to the engine. */
function prepareEngine({ defaults, concurrency, retention: configured }: EngineOptions, tuned: Tuned): Prepare {
  return (values, changed) => {
    refuseContradiction(values, tuned.registry.defaults.delays)
    const adopt = tuned.registry.prepareDefaults(resolvePolicy(policyOptions(changed), defaults))
    return () => {
      adopt()
      tuned.retention.keepFor({
        operationsMs: (values.retention ?? configured.operationsMs) as number | null,
        eventsMs: (values.eventRetention ?? configured.eventsMs) as number | null,
      })
      tuned.loop.limitTo((values.concurrency ?? concurrency) as number)
    }
  }
}

/** @throws InvalidInputError naming the one of the two that is new */
function refuseContradiction({ initialDelay, maxDelay }: Readonly<Record<string, Json>>, before: Delays): void {
  const [initialMs, maxMs] = [Number(initialDelay), Number(maxDelay)]
  if (initialMs <= maxMs) return
  if (initialMs === before.initialMs) {
    throw new InvalidInputError(`maxDelay (${maxMs} ms) is below initialDelay (${initialMs} ms)`, { field: 'maxDelay' })
  }
  throw new InvalidInputError(`initialDelay (${initialMs} ms) is above maxDelay (${maxMs} ms)`, { field: 'initialDelay' })
}

function policyOptions(changed: Readonly<Record<string, Json>>): PolicyOptions {
  const { maxRetries, initialDelay, backoffFactor, maxDelay } = changed
  const breaker = present({ threshold: changed.circuitBreakerThreshold, timeout: changed.circuitBreakerTimeout })
  return {
    ...present({ maxRetries, initialDelay, backoffFactor, maxDelay }),
    ...(Object.keys(breaker).length > 0 && { circuitBreaker: breaker }),
  }
}

function present(values: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, number] => entry[1] !== undefined))
}
