import { lastNameOfUrl } from './download-values.ts'

export type AddName = 'url' | 'destination' | 'sha256' | 'mirrors'
export type AddTexts = Readonly<Record<AddName, string>>
export type AddErrors = Partial<Readonly<Record<AddName, string>>>

export const NOTHING_TO_ADD: AddTexts = { url: '', destination: '', sha256: '', mirrors: '' }

/** What `download` is started with. */
interface AddInput {
  readonly url: string
  readonly destination: string
  readonly sha256?: string
  readonly mirrors?: readonly string[]
}

/** What the fields say; an empty destination is the name that the URL suggests. */
export function inputFrom({ url, destination, sha256, mirrors }: AddTexts): AddInput {
  const others = mirrors.split(/\s+/).filter((one) => one !== '')
  const to = destination.trim() || lastNameOfUrl(url.trim())
  return {
    url: url.trim(),
    destination: to,
    ...(sha256.trim() !== '' && { sha256: sha256.trim() }),
    ...(others.length > 0 && { mirrors: others }),
  }
}

/** What is missing. All else the server knows better. */
export function missingIn(input: AddInput): AddErrors {
  return {
    ...(input.url === '' && { url: 'Give the address of the file, such as https://example.com/file.bin.' }),
    ...(input.url !== '' && input.destination === '' && { destination: 'The URL names no file; give a name for it.' }),
  }
}

/**
 * The server's refusal, such as `input.url: must be …; input.mirrors[0]: …`, field by field. What concerns none of them
 * is left: `rest`.
 */
export function errorsFrom(message: string): { readonly errors: AddErrors; readonly rest: string | null } {
  const errors: Partial<Record<AddName, string>> = {}
  const rest: string[] = []
  for (const part of message.split(/; (?=input[.:[]|and \d+ more$)/)) {
    const [, name, index, fault] = /^input\.(url|destination|sha256|mirrors)(?:\[(\d+)\])?: (.*)$/s.exec(part) ?? []
    if (name === undefined || fault === undefined) rest.push(part)
    else errors[name as AddName] ??= `${labelOf(name as AddName, index)} ${fault}.`
  }
  return { errors, rest: rest.length === 0 ? null : rest.join('; ') }
}

const LABELS: Readonly<Record<AddName, string>> = {
  url: 'The URL',
  destination: 'The destination',
  sha256: 'The SHA-256',
  mirrors: 'The list',
}

function labelOf(name: AddName, index: string | undefined): string {
  return name === 'mirrors' && index !== undefined ? `Mirror ${Number(index) + 1}` : LABELS[name]
}
