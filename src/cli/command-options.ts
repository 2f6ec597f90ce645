import { type Command, InvalidArgumentError } from 'commander'
import { parseDuration } from '../operation/duration.ts'
import type { Json, JsonObject } from '../operation/json.ts'

/** A command of its own with what all have: `--json`, `--verbose`, `--config`, and examples in its help. */
export function addCommand(program: Command, usage: string, about: string, examples: readonly string[]): Command {
  return program
    .command(usage)
    .description(about)
    .option('--json', 'answer JSON for programs')
    .option('--verbose', 'tell more of errors, such as where they come from')
    .option('--config <file>', 'the configuration file to read')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}\n`).join('')}`.trimEnd())
}

/** The same for one that talks to a server. */
export function addRemoteCommand(program: Command, usage: string, about: string, examples: readonly string[]): Command {
  return addCommand(program, usage, about, examples)
    .option('--url <url>', 'the server (RECOVERY_URL)')
    .option('--token <token>', 'what lets you in (rather RECOVERY_TOKEN: all who can list processes see flags)')
}

/** Reads a whole number in a range. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`)
  }
}

/** Reads a length of time, such as `90s`. Answers milliseconds. */
export function duration(text: string): number {
  const ms = durationOf(text)
  if (ms !== null) return ms
  throw new InvalidArgumentError('It is a length of time such as 500ms, 90s, 5m, 2h or 7d.')
}

/** An instant that is known once somebody says what time it is, in milliseconds. As RFC 3339. */
export type Instant = (now: number) => string

/** Reads an instant: RFC 3339, or a length of time from now on (`10m`). */
export function fromNow(text: string): Instant {
  return instant(text, 1)
}

/** Reads an instant: RFC 3339, or a length of time before now (`10m`). */
export function beforeNow(text: string): Instant {
  return instant(text, -1)
}

function instant(text: string, direction: 1 | -1): Instant {
  const at = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(at)) return () => new Date(at).toISOString()
  const ms = durationOf(text)
  if (ms !== null) return (now) => new Date(now + direction * ms).toISOString()
  throw new InvalidArgumentError('It is an instant such as 2026-01-31T12:00:00Z, or a length of time such as 10m.')
}

function durationOf(text: string): number | null {
  try {
    return parseDuration(text, 'It')
  } catch {
    return null
  }
}

/** Collects `key=value` into an object. Values are JSON where they can be read as such (`3`, `true`), and text otherwise. */
export function keyValue(text: string, before: JsonObject = {}): JsonObject {
  const [key, value] = splitPair(text)
  return { ...before, [key]: jsonOrText(value) }
}

/** The two sides of `key=value`. */
export function splitPair(text: string): readonly [key: string, value: string] {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('It is written as key=value.')
  return [text.slice(0, at), text.slice(at + 1)]
}

/** One of some words, in upper or lower case. Several can be given, also with commas between them. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
): (text: string, before?: readonly Word[]) => readonly Word[] {
  return (text, before = []) => [...before, ...text.split(',').map((part) => wordOf(words, part))]
}

/** One of some words, in upper or lower case. */
export function word<const Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => wordOf(words, text)
}

/** Collects texts, also with commas between them. */
export function texts(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').filter((part) => part !== '')]
}

function wordOf<Word extends string>(words: readonly Word[], text: string): Word {
  const wanted = text.trim().toUpperCase().replaceAll('-', '_')
  const found = words.find((known) => known === wanted)
  if (found === undefined) throw new InvalidArgumentError(`It is one of ${words.join(', ')}.`)
  return found
}

function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
