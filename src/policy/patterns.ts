import { InvalidInputError } from '../operation/errors.ts'
import type { Classifier } from './classifier.ts'
import { chainOf, type Link, messageOf, nameOf, property, textOf } from './thrown.ts'
import { readVerdict, type Verdict } from './verdict.ts'

/**
 * One pattern of errors and what they mean. `match` is looked for in the error and its causes: a regular expression in
 * their messages; a text as their code or name, or as a part of their messages (upper and lower case alike); a number
 * as their status, code or errno.
 */
export interface ErrorPattern extends Verdict {
  readonly match: RegExp | string | number | readonly (RegExp | string | number)[]
}

const MAX_TEXT = 10_000

type Test = (link: unknown) => boolean

/**
 * A classifier made of patterns; the first that fits answers.
 *
 * @throws InvalidInputError when a pattern matches nothing or says what a verdict cannot say
 * @example
 * recovery.define('charge', charge, { classifier: patterns([{ match: /card declined/i, category: 'validation' }]) })
 */
export function patterns(rows: readonly ErrorPattern[]): Classifier {
  if (!Array.isArray(rows)) throw refused('patterns takes a list of patterns')
  const compiled = rows.map(compile)
  return (error) => {
    const chain = chainOf(error)
    return compiled.find(({ tests }) => chain.some((link: Link) => tests.some((fits) => fits(link.value))))?.verdict ?? null
  }
}

function compile(row: ErrorPattern, index: number): { readonly tests: readonly Test[]; readonly verdict: Verdict } {
  const name = `pattern ${index + 1}`
  const verdict = readVerdict(row, (why) => {
    throw refused(`${name} ${why.replace('answered', 'has').replace('; it is ignored', '')}`)
  })
  if (verdict === null) throw refused(`${name} says nothing about the errors it matches; give it a category`)
  const matches: readonly unknown[] = Array.isArray(row.match) ? row.match : [row.match]
  return { tests: matches.map((match) => testOf(match, name)), verdict }
}

function testOf(match: unknown, name: string): Test {
  if (match instanceof RegExp) {
    // A global or sticky one remembers where it stopped: shared between errors, it would miss every other.
    const pattern = new RegExp(match.source, match.flags.replace(/[gy]/g, ''))
    return (link) => pattern.test(messageOf(link).slice(0, MAX_TEXT))
  }
  if (typeof match === 'number') return (link) => NUMBERS.some((key) => property(link, key) === match)
  if (typeof match !== 'string' || match === '') {
    throw refused(`${name} has a match that is no regular expression, text or number`)
  }
  const part = match.toLowerCase()
  return (link) =>
    textOf(link, 'code') === match || nameOf(link) === match || messageOf(link).slice(0, MAX_TEXT).toLowerCase().includes(part)
}

const NUMBERS = ['status', 'statusCode', 'code', 'errno', 'errcode']

function refused(message: string): InvalidInputError {
  return new InvalidInputError(message, { field: 'classifier' })
}
