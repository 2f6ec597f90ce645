import { offsetOf, parseJson, placeOf } from './json-syntax.ts'
import type { SchemaChecker } from './schema-checker.ts'
import { sentenceOf } from './schema-faults.ts'

/** Something to mend in the text. */
export interface Problem {
  /** A sentence in plain words. */
  readonly message: string
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** What was found about a text. Only a valid one has a value. */
export type Check =
  | { readonly kind: 'empty' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'valid'; readonly value: unknown }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[]; readonly more: number }

const MOST_PROBLEMS = 20

/** Checks a text: its syntax, then its value by the schema, once the checker is there. */
export function checkText(text: string, checker: SchemaChecker | 'loading'): Check {
  if (text.trim() === '') return { kind: 'empty' }
  const parsed = parseJson(text)
  if ('fault' in parsed) return { kind: 'wrong', problems: [parsed.fault], more: 0 }
  if (checker === 'loading') return { kind: 'checking' }
  const faults = checker(parsed.value)
  if (faults.length === 0) return { kind: 'valid', value: parsed.value }
  const problems = faults.slice(0, MOST_PROBLEMS).map((fault) => {
    const offset = offsetOf(text, fault.path)
    return { message: `${sentenceOf(fault)}.`, offset, ...placeOf(text, offset) }
  })
  return { kind: 'wrong', problems, more: faults.length - problems.length }
}

/** A check in a few words, for the line below the text and for those who hear it. */
export function checkWords(check: Check, hasSchema: boolean): string {
  if (check.kind === 'empty') return 'Nothing is written yet.'
  if (check.kind === 'checking') return 'Checking…'
  if (check.kind === 'valid') return hasSchema ? 'Valid: it fits the schema.' : 'Valid JSON.'
  const count = check.problems.length + check.more
  return count === 1 ? 'One problem:' : `${count} problems:`
}
