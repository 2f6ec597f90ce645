import { z } from 'zod'
import { isRole, ROLES, type Role } from '../operation/caller.ts'

/** A caller that the configuration names, and the hash by which its token is known. */
export interface ConfiguredToken {
  readonly name: string
  readonly role: Role
  readonly hash: string
}

const FORM = '"name:role:hash", with commas between several; `recoverable token create` writes one'
/** What names of callers are like, for whoever chooses one. */
export const NAME_RULE = '1 to 255 letters, digits, blanks or ._@+-, a letter or digit first'
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,254}$/u
// 32 bytes in base64url: the sha256 of a token, and of nothing shorter.
const HASH = /^sha256-[A-Za-z0-9_-]{43}$/

/** Entries of callers: an array, or one text with commas between them. Its messages say which entry, and show none. */
export const tokens = () =>
  z.unknown().transform((value, context): readonly ConfiguredToken[] => {
    const texts: unknown = typeof value === 'string' ? value.split(',').flatMap((text) => text.trim() || []) : value
    const { entries, problems } = Array.isArray(texts) ? readEntries(texts) : { entries: [], problems: [FORM] }
    for (const message of problems) context.addIssue({ code: 'custom', message })
    return problems.length === 0 ? entries : z.NEVER
  })

/** Whether a caller can have this name. */
export function isTokenName(name: string): boolean {
  return NAME.test(name)
}

function readEntries(texts: readonly unknown[]) {
  const entries: ConfiguredToken[] = []
  const problems: string[] = []
  for (const [index, text] of texts.entries()) {
    const entry = readEntry(text)
    const which = `Entry ${index + 1}`
    if (typeof entry === 'string') problems.push([`${FORM}.`, which, entry].join(' '))
    else if (entries.some(({ name }) => name === entry.name)) problems.push(`each name once. ${which} repeats a name`)
    else if (entries.some(({ hash }) => hash === entry.hash)) problems.push(`each hash once. ${which} repeats a hash`)
    else entries.push(entry)
  }
  return { entries, problems }
}

/** The entry, or what is wrong with it. */
function readEntry(text: unknown): ConfiguredToken | string {
  const parts = typeof text === 'string' ? text.split(':') : []
  const [name = '', role, hash = ''] = parts
  if (parts.length !== 3) return 'does not have these three parts'
  if (!isTokenName(name)) return `has a name that is not ${NAME_RULE}`
  if (!isRole(role)) return `has an unknown role; roles are ${ROLES.join(', ')}`
  if (!HASH.test(hash)) return 'has a hash that is not "sha256-" and 43 characters of base64url'
  return { name, role, hash }
}
