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

/** Whether what has this name is a secret. Upper and lower case, dashes, dots and underscores make no difference. */
export function secrecyOf(name: string): Secrecy {
  if (name.length > LONGEST_NAME) return 'none'
  const plain = plainName(name)
  if (WEAK.has(plain) || PW.test(name)) return 'weak'
  return !HARMLESS.has(plain) && ENDINGS.some((ending) => plain.endsWith(ending)) ? 'strong' : 'none'
}

/** The same for a parameter of a URL's query, where even a short name is one that a machine reads. */
export function isSecretParameter(name: string): boolean {
  return secrecyOf(name) !== 'none' || QUERY.has(plainName(name))
}

/** The same for a key of data, whose value is a text of its own. */
export function isSecretKey(name: string): boolean {
  return secrecyOf(name) !== 'none' || KEYS.has(plainName(name))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '')
}
