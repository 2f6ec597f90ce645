import { z } from 'zod'
import { destinationFault } from './download-place.ts'
import { address, checked, fields, headersExcept, inLowerCase, text, toInvalidInput } from './input-fields.ts'

/** What `download` is started with. */
export interface DownloadInput {
  /** http or https, without credentials. */
  readonly url: string
  /** Where the file goes, relative to the download folder, with `/` between folders; missing folders are made. */
  readonly destination: string
  /** What the file must hash to, 64 hexadecimal digits of either case. */
  readonly sha256?: string
  /** Where the same file is too: asked in this order when `url` fails for a reason that another source may not share. At most 16. */
  readonly mirrors?: readonly string[]
  /** Sent with the request; to another origin, after a redirect, only the harmless ones are. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An input that was checked. */
export interface DownloadRequest {
  readonly url: URL
  /** Without those that say the same as `url` or one before. */
  readonly mirrors: readonly URL[]
  readonly destination: string
  /** In lower case. */
  readonly sha256: string | null
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

const MAX_MIRRORS = 16

// A user's own would break the resume.
const RESERVED_HEADERS: readonly string[] = [
  ...['if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'range'],
]

export const downloadSchema = fields(
  {
    url: address,
    mirrors: z.array(address, 'must be a list of URLs').max(MAX_MIRRORS, `has more than ${MAX_MIRRORS} entries`).optional(),
    destination: checked(text, destinationFault).meta({ examples: ['file.bin'] }),
    sha256: text.regex(/^[0-9a-fA-F]{64}$/, 'must be the 64 hexadecimal digits of a SHA-256').optional(),
    headers: headersExcept(RESERVED_HEADERS).optional(),
  },
  ' with url and destination',
)

/**
 * Checks the input of `download`.
 *
 * @throws InvalidInputError naming the field; it does not repeat values, which may be secrets
 */
export function parseDownloadInput(input: unknown): DownloadRequest {
  const result = downloadSchema.safeParse(input)
  if (!result.success) throw toInvalidInput(result.error)
  const { url, mirrors = [], destination, sha256, headers = {} } = result.data
  const [first = '', ...others] = new Set([url, ...mirrors].map((one) => new URL(one).href))
  return {
    url: new URL(first),
    mirrors: others.map((other) => new URL(other)),
    destination,
    sha256: sha256?.toLowerCase() ?? null,
    headers: inLowerCase(headers),
  }
}
