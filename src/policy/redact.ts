import type { Json, JsonObject } from '../operation/json.ts'
import { REDACTED, redactAssignments } from './redact-assignments.ts'
import { type SecretNames, WELL_KNOWN } from './secret-names.ts'

// Every pattern here runs in linear time, for texts come from outside: each starts only where a run of its characters
// starts (the lookbehinds) or at a literal, so that no part of a text is read again and again.

/** Tokens that are known by their shape alone, wherever they stand. */
const SHAPES = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${[
    // A JSON Web Token: header, payload and signature, of which the first begins with {" in base64.
    'eyJ[\\w-]{5,}\\.[\\w-]{5,}(?:\\.[\\w-]*)?',
    // Our own
    'rcv_[\\w-]{43}',
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

/** No pattern above finds anything in a shorter text without one of these signs; most texts of data are such. */
const SHORTEST = 12
const SIGNS = /[=:%]|--/

/** Nothing that is stored is nested deeper than 200 levels. */
const MAX_DEPTH = 256
const TOO_DEEP = '[too deep]'

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/

/**
 * The text without its secrets: passwords and tokens by their names, Authorization values, credentials in URLs and
 * signed parameters, JSON Web Tokens, private keys, and keys of well-known shapes. Ordinary text stays as it is; doing it
 * twice changes nothing; the time grows with the length only.
 */
export function redactText(text: string, names: SecretNames = WELL_KNOWN): string {
  if (text.length < SHORTEST && !SIGNS.test(text)) return text
  return partsOf(withoutPrivateKeys(text))
    .map((part) => redactPart(part, names))
    .join('')
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

function redactPart(text: string, names: SecretNames): string {
  const nameless = text
    .replace(SHAPES, REDACTED)
    .replace(USER_AND_PASSWORD, `$1${REDACTED}@`)
    .replace(USER_ALONE, `$1${REDACTED}@`)
    .replace(WEBHOOKS, `$1${REDACTED}`)
  const told = CURL.test(nameless) ? nameless.replace(CURL_USER, `$1$2${REDACTED}`) : nameless
  return redactAssignments(told, names).replace(SCHEMES, (all, scheme: string, space: string, value: string) =>
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

/**
 * A JSON value without its secrets: by the names of its keys, and in its texts. Shares what holds none. The time grows
 * with the size only; what lies deeper than anything that is stored is not shown.
 */
export function redactJson<T extends Json>(value: T, names: SecretNames = WELL_KNOWN): T {
  return redacted(value, names, 0) as T
}

function redacted(value: Json, names: SecretNames, depth: number): Json {
  if (typeof value === 'string') return redactText(value, names)
  if (value === null || typeof value !== 'object') return value
  if (depth === MAX_DEPTH) return TOO_DEEP
  return Array.isArray(value) ? redactedList(value, names, depth) : redactedObject(value as JsonObject, names, depth)
}

function redactedList(list: readonly Json[], names: SecretNames, depth: number): readonly Json[] {
  let copy: Json[] | null = null
  for (const [i, part] of list.entries()) {
    const clean = redacted(part, names, depth + 1)
    if (clean === part) continue
    copy ??= [...list]
    copy[i] = clean
  }
  return copy ?? list
}

function redactedObject(object: JsonObject, names: SecretNames, depth: number): JsonObject {
  let changed: Map<string, Json> | null = null
  for (const name of Object.keys(object)) {
    const part = object[name] as Json
    const clean = names.hides(name, part) ? REDACTED : redacted(part, names, depth + 1)
    if (clean !== part) changed = (changed ?? new Map()).set(name, clean)
  }
  if (changed === null) return object
  const given = changed
  // Entry by entry: a key may be called `__proto__`.
  return Object.fromEntries(Object.entries(object).map(([name, part]) => [name, given.get(name) ?? part]))
}
