import { InvalidInputError } from './errors.ts'

/** How far a running operation has come. Every field is optional; unknown parts are null. */
export interface Progress {
  /** From 0 to 1. */
  readonly fraction: number | null
  readonly current: number | null
  readonly total: number | null
  /** What `current` and `total` count, such as `bytes`. */
  readonly unit: string | null
  /**
   * How many `unit` a second, lately; of the whole a second, when only `fraction` is reported. Derived from the reports when
   * they do not tell it (see `ProgressRate`); absent while it is not known, after a silence, and when no attempt runs.
   */
  readonly rate?: number
  readonly stage: string | null
  readonly message: string | null
}

const MAX_TEXT = 1000

/**
 * Completes and checks what a function reports. `fraction` follows from `current` and `total` when absent.
 *
 * @throws InvalidInputError when a number is not finite or negative, or `fraction` lies outside 0 to 1
 */
export function toProgress(report: Partial<Progress>): Progress {
  const current = amount(report.current, 'current')
  const total = amount(report.total, 'total')
  const fraction = amount(report.fraction, 'fraction') ?? derivedFraction(current, total)
  if (fraction !== null && fraction > 1) {
    throw new InvalidInputError(`progress.fraction is ${fraction}; it goes from 0 to 1`, { field: 'fraction' })
  }
  const rate = amount(report.rate, 'rate')
  const texts = { unit: text(report.unit), stage: text(report.stage), message: text(report.message) }
  return { fraction, current, total, ...texts, ...(rate !== null && { rate }) }
}

/** The same without a rate: nothing moves (any more). */
export function atRest(progress: Progress | null): Progress | null {
  if (progress?.rate === undefined) return progress
  const { rate: _rate, ...rest } = progress
  return rest
}

function derivedFraction(current: number | null, total: number | null): number | null {
  if (current === null || total === null || total === 0) return null
  return Math.min(1, current / total)
}

function amount(value: number | null | undefined, name: string): number | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new InvalidInputError(`progress.${name} is ${String(value)}; it must be a number from 0 up`, { field: name })
  }
  return value
}

function text(value: string | null | undefined): string | null {
  return value === undefined || value === null ? null : String(value).slice(0, MAX_TEXT)
}
