import { byCode } from './error-codes.ts'
import { type ErrorKind, type ErrorKindName, KINDS } from './error-kinds.ts'
import { byHttpStatus } from './status-codes.ts'

/** What a text says: the kind, how sure that is (0 to 1), and the words that said it. */
export interface TextFinding {
  readonly kind: ErrorKind
  readonly confidence: number
  readonly words: string
}

/** The texts by which errors without codes are known. The first that fits wins, so the closer ones stand before the wider. */
export const TEXTS: readonly (readonly [ErrorKindName, RegExp])[] = [
  ['rateLimit', /rate.?limit|too many requests|throttl/i],
  ['quota', /quota exceeded|exceeded.{0,20} quota/i],
  ['maintenance', /maintenance|scheduled downtime/i],
  ['unavailable', /service unavailable|temporarily unavailable|server is busy|overloaded/i],
  ['disk', /no space left|disk (?:is )?full|out of disk|\binodes?\b/i],
  ['memory', /out of memory|cannot allocate|allocation failed/i],
  ['cpu', /cpu (?:time )?(?:limit|quota)|cpu exhausted/i],
  ['tls', /\bssl\b|\btls\b|certificate|verify failed|handshake/i],
  ['dns', /name resolution|getaddrinfo|\bdns\b/i],
  ['timeout', /timed?[ -]?out|deadline exceeded/i],
  ['connection', /connection (?:was )?(?:refused|reset|lost|closed|aborted|failed|error)|broken pipe|no route|socket hang up/i],
  ['connection', /other side closed|network error|network is unreachable|^terminated$|^fetch failed$/i],
  ['auth', /authentication failed|invalid (?:api.?key|credentials|token|password)|(?:token|session) (?:has |is )?expired/i],
  ['api', /\bforbidden\b|\bunauthori[sz]ed\b/i],
  ['fileAccess', /permission denied|access (?:is )?denied|operation not permitted/i],
  ['dependency', /module not found|cannot find (?:module|package)|import ?error|no such file/i],
  ['configuration', /configuration error|invalid (?:setting|configuration)|misconfigured/i],
  ['corrupt', /corrupt|checksum|integrity|hash mismatch/i],
  ['schema', /\bschema\b|validation (?:failed|error)/i],
  ['format', /invalid format|pars(?:e|ing) error|decod(?:e|ing) error/i],
  ['data', /invalid data|bad request|malformed|invalid input/i],
]

// `fetch` throws these as a TypeError without a code: the request was never sent and never will be.
const FETCH_REFUSALS = /^(?:bad port|unknown scheme|URL scheme ".{1,40}" is not supported\.?|invalid method)$/i

const CODE = /\b(?:E[A-Z]{3,20}|EAI_[A-Z]{4,12}|UND_ERR_[A-Z_]{3,30}|SQLITE_[A-Z]{4,12}|ERR_[A-Z_]{3,40})\b/
const STATUS = /\b(?:http(?:\/\d(?:\.\d)?)?|status(?:[ _]?code)?|error|code|answered(?: with)?)[ :=]{1,2}([45]\d\d)\b/i

/** What `fetch` says when it refuses to send a request at all. */
export function byFetchRefusal(message: string): ErrorKind | null {
  return FETCH_REFUSALS.test(message) ? KINDS.data : null
}

/** The last resort: what the words of a message suggest. */
export function byText(message: string): TextFinding | null {
  const code = CODE.exec(message)?.[0] ?? ''
  const coded = byCode(code)
  if (coded !== null) return { kind: coded, confidence: 0.8, words: code }
  const status = STATUS.exec(message)?.[1]
  if (status !== undefined) return { kind: byHttpStatus(Number(status)), confidence: 0.7, words: status }
  for (const [kind, pattern] of TEXTS) {
    const words = pattern.exec(message)?.[0]
    if (words !== undefined) return { kind: KINDS[kind], confidence: 0.6, words }
  }
  return null
}
