import { readDuration, writeDuration } from '../../text/duration-input.ts'
import { bytesText, countText } from '../../text/numbers.ts'
import { NO_DURATION, type Typed } from '../../text/typed-values.ts'
import type { SettingField, SettingValue } from './setting-fields.ts'

const BYTES = /^(\d+(?:\.\d+)?)\s*(b|kb|mb|gb)?$/
const BYTE_UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 }

/** Judges what was typed for a setting, by the ranges of the server. */
export function readSetting(field: SettingField, text: string): Typed {
  const value = numberOf(field, text)
  if (value === null) return { value: null, fault: SHAPES[field.kind] }
  if (value < field.min || value > field.max) return { value: null, fault: `It must be ${rangeText(field)}.` }
  return { value, fault: null }
}

const SHAPES: Readonly<Record<SettingField['kind'], string>> = {
  count: 'Enter a whole number, such as 5.',
  factor: 'Enter a number, such as 2 or 1.5.',
  duration: NO_DURATION,
  size: 'Enter bytes, such as 65536 or 1 MB.',
  rate: 'Enter bytes a second, such as 500000 or 5 MB/s.',
}

function numberOf({ kind }: SettingField, text: string): number | null {
  const typed = text.trim().toLowerCase()
  switch (kind) {
    case 'count':
      return /^-?\d+$/.test(typed) ? Number(typed) : null
    case 'factor':
      return /^-?\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : null
    case 'duration':
      return readDuration(typed)
    case 'size':
      return bytesOf(typed)
    case 'rate':
      return bytesOf(typed.replace(/\/s$/, ''))
  }
}

function bytesOf(typed: string): number | null {
  const [, count, unit = 'b'] = BYTES.exec(typed) ?? []
  const bytes = Number(count) * (BYTE_UNITS[unit] as number)
  // A part of a byte cannot be typed, but 1.1 MB has one.
  if (count === undefined || (unit === 'b' && !Number.isInteger(bytes))) return null
  return Math.round(bytes)
}

/** A value as it stands in its field; nothing where there is none. */
export function writeSetting({ kind }: SettingField, value: SettingValue): string {
  if (value === null) return ''
  return kind === 'duration' ? writeDuration(value) : String(value)
}

/** A value as it is told: with its unit, and in words where a number says little. */
export function settingText(field: SettingField, value: SettingValue): string {
  if (value === null) return field.none ?? 'none'
  if (value === 0 && field.zero !== undefined) return field.zero
  if (field.kind === 'duration') return writeDuration(value)
  if (field.kind === 'size') return bytesText(value)
  return field.kind === 'rate' ? `${bytesText(value)}/s` : countText(value)
}

/** The range of a setting, such as `from 0 to 1,000`. */
export function rangeText({ kind, min, max }: SettingField): string {
  const text = kind === 'duration' ? writeDuration : countText
  return `from ${text(min)} to ${text(max)}${UNITS[kind] ?? ''}`
}

const UNITS: Partial<Readonly<Record<SettingField['kind'], string>>> = { size: ' bytes', rate: ' bytes a second' }
