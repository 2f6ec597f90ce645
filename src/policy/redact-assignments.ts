import type { SecretNames } from './secret-names.ts'

/** What stands where a secret was. */
export const REDACTED = '[redacted]'

// A name, perhaps quoted (perhaps within JSON within JSON), a sign that gives it a value, perhaps a quote. Linear: it
// starts only where a run of name characters starts, and what follows the name is bounded.
const ASSIGNMENT = /(?<![\w$-])([\w$-]{2,})(\\{0,3}["']?)([ \t]{0,2}(?:=>|[=:])[ \t]{0,3})(\\{0,3}["']?)/g
/** `--password abc`: a flag and its value. */
const FLAG = /(?<![\w-])(--[\w-]{2,})()([ \t])(["']?)/g

/** `token%3Dabc`: a query within a query, once or more often encoded. The sign before the name may be encoded, too. */
const ENCODED = /(?<![\w$-])([\w$-]{2,})()(%(?:25){0,3}3D)()/gi
const ENCODED_SIGN = /^(?:26|3F|3B|23)/i

/** What stands in the place of a value without being one, as in "password: required". */
const NO_VALUES = new Set(
  (
    'undefined null true false none empty missing required invalid expired incorrect wrong rejected denied failed ' +
    'string number boolean object'
  ).split(' '),
)
/** The names of headers whose value goes on to the end of the line. */
const LINES = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie'])
const HEADER_VALUE =
  /(?:(?:Bearer|Basic|Digest|Token|Negotiate|NTLM|ApiKey|Hawk|Signature|AWS4-HMAC-SHA256)[ \t]|[\w.-]{1,64}=)[^\n"']*/iy

/** A value as it is written: to be taken whole, or only begun to be read. */
interface Value {
  readonly whole: RegExp
  readonly head: RegExp
}

// Whether a value is a secret is decided by its head, and only a secret is read to its end and passed over: so no part of
// a text is read again and again.
const HEAD = 64

function value(character: string): Value {
  return { whole: new RegExp(`(?:${character})*`, 'y'), head: new RegExp(`(?:${character}){0,${HEAD}}`, 'y') }
}

const PLAIN = value('[^\\s&,;"\'<>)}\\]\\\\]')
// Up to an encoded blank, quote, hash, ampersand or semicolon.
const IN_ENCODED_QUERY = value('[^\\s&,;"\'<>)}\\]\\\\%]|%(?!(?:25){0,3}(?:2[0236]|3[Bb]|0[AaDd]))')
const IN_DOUBLE_QUOTES = value('[^"\\\\\\n]|\\\\[^\\n]')
const IN_SINGLE_QUOTES = value("[^'\\\\\\n]|\\\\[^\\n]")
const IN_ESCAPED_QUOTES = value('[^"\'\\\\\\n]')
/** A word that is followed by another: prose, as in "password: must be longer". */
const SENTENCE = /[A-Za-z][a-z]{0,40}[ \t]{1,3}[A-Za-z[]/y

/** The text with the values of secret names replaced: in queries, headers, JSON, environments and command lines. */
export function redactAssignments(text: string, names: SecretNames): string {
  return [FLAG, ASSIGNMENT, ENCODED].reduce((clean, assignment) => withoutValues(clean, assignment, names), text)
}

function withoutValues(text: string, assignment: RegExp, names: SecretNames): string {
  const parts: string[] = []
  let kept = 0
  assignment.lastIndex = 0
  for (let match = assignment.exec(text); match !== null; match = assignment.exec(text)) {
    const start = match.index + match[0].length
    const end = endOfSecret(text, match, names)
    if (end === start) continue
    parts.push(text.slice(kept, start), REDACTED)
    kept = end
    assignment.lastIndex = end
  }
  return parts.join('') + text.slice(kept)
}

/** Where the secret behind an assignment ends: where it begins, when it is none. */
function endOfSecret(text: string, match: RegExpExecArray, names: SecretNames): number {
  const start = match.index + match[0].length
  const [, written = '', closing, sign = '', opening = ''] = match
  const before = text.charAt(match.index - 1)
  const isEncoded = sign.startsWith('%')
  const name = isEncoded && before === '%' ? written.replace(ENCODED_SIGN, '') : written
  const isParameter = (sign === '=' && /[?&]/.test(before)) || (isEncoded && name !== written)
  const secrecy = isParameter && names.isParameter(name) ? 'strong' : names.secrecyOf(name)
  if (secrecy === 'none' || text.startsWith(REDACTED, start)) return start
  if (opening === '' && LINES.has(name.toLowerCase())) {
    const line = endOf(HEADER_VALUE, text, start)
    if (line > start) return line
  }
  const { whole, head } = isEncoded ? IN_ENCODED_QUERY : valueAfter(opening)
  const begin = text.slice(start, endOf(head, text, start))
  if (NO_VALUES.has(begin.toLowerCase().replace(/[.!?]$/, '')) || /^[{[]/.test(begin)) return start
  const isProse = closing === '' && opening === '' && sign !== '=' && !isEncoded
  const goesOn = endOf(SENTENCE, text, start) > start
  return isProse && !isToldInProse(begin, secrecy, goesOn) ? start : endOf(whole, text, start)
}

/** `token: abc` is said of many things; `password: abc` only of one, but not in "password: must be longer". */
function isToldInProse(begin: string, secrecy: 'weak' | 'strong', goesOn: boolean): boolean {
  return secrecy === 'strong' ? !goesOn : begin.length >= 8 && /\d/.test(begin)
}

function valueAfter(opening: string): Value {
  if (opening.startsWith('\\')) return IN_ESCAPED_QUOTES
  if (opening === '"') return IN_DOUBLE_QUOTES
  return opening === "'" ? IN_SINGLE_QUOTES : PLAIN
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  const [found = ''] = pattern.exec(text) ?? []
  return start + found.length
}
