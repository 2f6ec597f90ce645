/** How much a name says about its value. `weak`: in prose it is an ordinary word, such as "unexpected token: x". */
export type Secrecy = 'none' | 'weak' | 'strong'

const WEAK = new Set('token secret signature auth pass pw cookie credential credentials sessionid'.split(' '))

/** `db_pw` and `dbPw`, not a word that happens to end so. */
const PW = /(?:[_.-]pw|_PW|[a-z\d]Pw)$/

/** Names that end so hold secrets, whatever stands before: `clientSecret`, `DB_PASSWORD`, `X-Amz-Signature`. */
const ENDINGS = [
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'secret',
  'token',
  'signature',
  'apikey',
  'accesskey',
  'accesskeyid',
  'secretkey',
  'privatekey',
  'encryptionkey',
  'signingkey',
  'sharedkey',
  'accountkey',
  'credential',
  'credentials',
  'authorization',
  'cookie',
  'connectionstring',
] as const

/** Marks of a place, not keys to one. */
const HARMLESS = new Set(['nexttoken', 'pagetoken', 'nextpagetoken', 'continuationtoken', 'synctoken', 'canceltoken'])

/** Parameters of a URL that sign or open it, though their names say little. */
const QUERY = new Set(['key', 'sig', 'auth', 'pass', 'jwt', 'sas', 'xamzcredential', 'sessionid'])

/** Keys of data whose texts are secrets, though in prose they are ordinary words. */
const KEYS = new Set(['session', 'sid'])

/** Longer ones are no names, but runs of something else. */
const LONGEST_NAME = 64

/** Names that a program adds to those that are known, or takes away from them. `*` stands for any letters and digits. */
export interface NameChoice {
  /** Whose values are secrets, too: `iban`, `*pin`. */
  readonly names?: readonly string[]
  /** Whose values are none, although they look so; wins over all others. */
  readonly except?: readonly string[]
}

/** Which names have secrets as their values. Upper and lower case, dashes, dots and underscores make no difference. */
export class SecretNames {
  readonly #further: RegExp | null
  readonly #except: RegExp | null

  constructor({ names = [], except = [] }: NameChoice = {}) {
    this.#further = patternOf(names)
    this.#except = patternOf(except)
  }

  /** Whether it knows names beyond the well-known ones. */
  get hasFurther(): boolean {
    return this.#further !== null
  }

  /** Whether what has this name, in any text, is a secret. */
  secrecyOf(name: string): Secrecy {
    if (name.length > LONGEST_NAME) return 'none'
    const plain = plainName(name)
    if (this.#except?.test(plain)) return 'none'
    if (this.#further?.test(plain)) return 'strong'
    if (WEAK.has(plain) || PW.test(name)) return 'weak'
    return !HARMLESS.has(plain) && ENDINGS.some((ending) => plain.endsWith(ending)) ? 'strong' : 'none'
  }

  /** The same for a parameter of a URL's query, where even a short name is one that a machine reads. */
  isParameter(name: string): boolean {
    return this.secrecyOf(name) !== 'none' || this.#isOneOf(QUERY, name)
  }

  /** Whether the value of a key of data is a secret. A flag (`hasPassword: true`) or nothing is none. */
  hides(name: string, value: unknown): boolean {
    if (value === null || value === undefined || value === '' || typeof value === 'boolean') return false
    return this.secrecyOf(name) !== 'none' || (typeof value === 'string' && this.#isOneOf(KEYS, name))
  }

  #isOneOf(known: ReadonlySet<string>, name: string): boolean {
    if (name.length > LONGEST_NAME) return false
    const plain = plainName(name)
    return known.has(plain) && !this.#except?.test(plain)
  }
}

/** The well-known names, and no others. */
export const WELL_KNOWN = new SecretNames()

/** Whether a name says anything: one of signs alone would mean all there are. */
export function isNamePattern(name: unknown): name is string {
  return typeof name === 'string' && name.length <= LONGEST_NAME && plainName(name) !== ''
}

function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const patterns = names.map((name) => name.split(/\*+/).map(plainName).join('[\\p{L}\\p{N}]*'))
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u')
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
