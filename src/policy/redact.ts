import type { Json, JsonObject } from '../operation/json.ts'
import { REDACTED, redactAssignments } from './redact-assignments.ts'
import { isSecretKey, secrecyOf } from './secret-names.ts'

// Every pattern here runs in linear time, for texts come from outside: each starts only where a run of its characters
// starts (the lookbehinds) or at a literal, so that no part of a text is read again and again.

/** Tokens that are known by their shape alone, wherever they stand. */
const SHAPES = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${[
    // A JSON Web Token: header, payload and signature, of which the first begins with {" in base64.
    'eyJ[\\w-]{5,}\\.[\\w-]{5,}(?:\\.[\\w-]*)?',
    // AWS access keys
    '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])',
    // GitHub, GitLab, npm, Hugging Face
    'gh[opsur]_[A-Za-z0-9]{16,}',
    'github_pat_\\w{16,}',
    'glpat-[\\w-]{16,}',
    'npm_[A-Za-z0-9]{30,}',
    'hf_[A-Za-z0-9]{20,}',
    // Stripe, Slack, Google, SendGrid, OpenAI and others that begin with sk-
    '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{8,}',
    'whsec_[A-Za-z0-9+/=]{16,}',
    'xox[a-z]-[\\w-]{8,}',
    'xapp-[\\w-]{16,}',
    'AIza[\\w-]{30,}',
    'ya29\\.[\\w-]{16,}',
    'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
    'sk-(?=[\\w-]*\\d)[\\w-]{20,}',
  ].join('|')})`,
  'g',
)

/** `Bearer abc…` and `Basic abc…` outside of a header's name; not "Bearer token" and "Basic authentication". */
const SCHEMES = /(?<![\w-])(Bearer|Basic)(\s{1,3})([\w.~+/=-]{6,})/gi

/** The user and password before a URL's host. A name alone is one for http only (`ssh://git@…` is an address). */
const USER_AND_PASSWORD = /(:\/\/)[^\s/?#@"'<>:]*:(?!\/\/|\d{1,5}(?:[/?#]|$))(?:(?!:\/\/)[^\s@"'<>])*@/g
const USER_ALONE = /(https?:\/\/)[^\s/?#@"'<>:]+@/gi

/** Addresses that are secrets as a whole: who knows them may post there. */
const WEBHOOKS =
  /(hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/|webhook\.office\.com\/webhookb2\/)[\w/@.~%-]+/gi

/** `curl -u user:pass`. Other programs mean other things by `-u`, such as `docker run -u 1000:1000`. */
const CURL = /(?<![\w-])curl(?![\w-])/i
const CURL_USER = /(?<![\w-])(-[uU][ \t]{0,3}|--(?:proxy-)?user(?:[ \t]{1,3}|=))(["']?)[^\s"':]{1,256}:[^\s"']+/g

const MAX_PART = 500_000

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/

/**
 * The text without its secrets: passwords and tokens by their names, Authorization values, credentials in URLs and
 * signed parameters, JSON Web Tokens, private keys, and keys of well-known shapes. Ordinary text stays as it is; doing it
 * twice changes nothing; the time grows with the length only.
 */
export function redactText(text: string): string {
  return partsOf(withoutPrivateKeys(text)).map(redactPart).join('')
}

/** Cut where a blank is, if there is one: a regular expression that runs on for millions of characters overflows its stack. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > MAX_PART) {
    const blank = rest.lastIndexOf(' ', MAX_PART)
    const end = blank > MAX_PART / 2 ? blank : MAX_PART
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...parts, rest]
}

function redactPart(text: string): string {
  const nameless = text
    .replace(SHAPES, REDACTED)
    .replace(USER_AND_PASSWORD, `$1${REDACTED}@`)
    .replace(USER_ALONE, `$1${REDACTED}@`)
    .replace(WEBHOOKS, `$1${REDACTED}`)
  const told = CURL.test(nameless) ? nameless.replace(CURL_USER, `$1$2${REDACTED}`) : nameless
  return redactAssignments(told).replace(SCHEMES, (all, scheme: string, space: string, value: string) =>
    looksLikeCredentials(value) ? `${scheme}${space}${REDACTED}` : all,
  )
}

/** Credentials have digits, signs or mixed case inside; words of a sentence do not. */
function looksLikeCredentials(value: string): boolean {
  return /\d|[a-z][A-Z]|[+/=~_]/.test(value) || value.length > 24
}

/** From the first line of a private key to its last, or to the end of a text that was cut. */
function withoutPrivateKeys(text: string): string {
  const parts: string[] = []
  let rest = text
  for (let begin = KEY_BEGIN.exec(rest); begin !== null; begin = KEY_BEGIN.exec(rest)) {
    parts.push(rest.slice(0, begin.index), REDACTED)
    const inside = rest.slice(begin.index + begin[0].length)
    const end = KEY_END.exec(inside)
    rest = end === null ? '' : inside.slice(end.index + end[0].length)
  }
  return parts.join('') + rest
}

/** A JSON value without its secrets: by the names of its keys, and in its texts. Shares what holds none. */
export function redactJson<T extends Json>(value: T): T {
  return redacted(value) as T
}

function redacted(value: Json): Json {
  if (typeof value === 'string') return redactText(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(redacted)
  const entries = Object.entries(value as JsonObject)
  return Object.fromEntries(entries.map(([name, part]) => [name, isSecret(name, part) ? REDACTED : redacted(part)]))
}

/** A flag (`hasPassword: true`) or nothing is no secret. */
function isSecret(name: string, value: Json): boolean {
  if (value === null || value === '' || typeof value === 'boolean') return false
  return typeof value === 'string' ? isSecretKey(name) : secrecyOf(name) !== 'none'
}
