import type { Random } from '../operation/clock.ts'
import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { between } from './checks.ts'
import { checkJitter, type Jitter, spread } from './jitter.ts'
import { optionNames, refuseUnknown } from './known-options.ts'

/** What most strategies are made of. */
export interface Delays {
  /** The wait after the first failure, in milliseconds. */
  readonly initialMs: number
  /** By what each further wait grows, from 1; for strategies that multiply. */
  readonly factor: number
  /** No wait is longer, jitter included. */
  readonly maxMs: number
  readonly jitter: Jitter
}

/** The options of a strategy's factory; absent ones take 1 s, ×2, 60 s and ±10 %. */
export interface DelayOptions {
  /** The wait after the first failure. */
  readonly initial?: Duration
  /** By what each further wait grows, 1 to 100. */
  readonly factor?: number
  /** No wait is longer. Not below `initial`. */
  readonly max?: Duration
  readonly jitter?: Jitter
}

export const DELAY_OPTIONS = optionNames<DelayOptions>({ initial: true, factor: true, max: true, jitter: true })

type Names = { readonly [K in keyof Required<DelayOptions>]: string }

export const DEFAULT_DELAYS: Delays = { initialMs: 1000, factor: 2, maxMs: 60_000, jitter: 'proportional' }

const FACTORY_NAMES: Names = { initial: 'initial', factor: 'factor', max: 'max', jitter: 'jitter' }

/**
 * The delays that `options` describe over `defaults`. A first wait beyond the default longest one lifts that.
 *
 * @param names what the options are called where they were given, for the error
 * @throws InvalidInputError naming the first option that is out of its range
 */
export function resolveDelays(options: DelayOptions, defaults: Delays = DEFAULT_DELAYS, names: Names = FACTORY_NAMES): Delays {
  refuseUnknown(options, DELAY_OPTIONS)
  const initialMs = options.initial === undefined ? defaults.initialMs : parseDuration(options.initial, names.initial)
  const stated = options.max === undefined ? null : parseDuration(options.max, names.max)
  if (stated !== null && stated < initialMs) {
    const message = `${names.max} (${stated} ms) is below ${names.initial} (${initialMs} ms)`
    throw new InvalidInputError(message, { field: names.max })
  }
  return {
    initialMs,
    factor: between(options.factor, names.factor, 1, 100, defaults.factor),
    maxMs: stated ?? Math.max(initialMs, defaults.maxMs),
    jitter: checkJitter(options.jitter, names.jitter, defaults.jitter),
  }
}

/** A computed wait as it is waited: capped, spread, capped again (jitter may have lengthened it), in whole milliseconds. */
export function jittered(ms: number, { maxMs, jitter }: Pick<Delays, 'maxMs' | 'jitter'>, random: Random): number {
  return bounded(spread(Math.min(ms, maxMs), jitter, random), maxMs)
}

/** Cuts a wait down to `maxMs`, but leaves what is no wait as it is: whoever called for it must see that. */
export function noLonger(ms: number, maxMs: number): number {
  return ms > maxMs && ms < Number.POSITIVE_INFINITY ? maxMs : ms
}

/** Whole milliseconds from 0 to `maxMs`. */
export function bounded(ms: number, maxMs: number): number {
  return Math.min(Math.max(0, Math.round(ms)), Math.floor(maxMs))
}
