/** What a download was started with, as far as it can be read. */
export interface DownloadInput {
  readonly url: string
  readonly destination: string
  readonly sha256: string | null
  readonly mirrors: number
}

/** What came of it. */
export interface DownloadResult {
  readonly bytes: number | null
  readonly sha256: string | null
}

/** Reads an input that anybody may have made. */
export function inputOf(input: unknown): DownloadInput {
  const { url, destination, sha256, mirrors } = fieldsOf(input)
  return {
    url: text(url) ?? '',
    destination: text(destination) ?? '',
    sha256: text(sha256),
    mirrors: Array.isArray(mirrors) ? mirrors.length : 0,
  }
}

export function resultOf(result: unknown): DownloadResult {
  const { bytes, sha256 } = fieldsOf(result)
  return { bytes: typeof bytes === 'number' && Number.isFinite(bytes) ? bytes : null, sha256: text(sha256) }
}

/** What a download is called: its file's name, or else where it comes from. */
export function fileNameOf({ destination, url }: Pick<DownloadInput, 'destination' | 'url'>): string {
  return lastName(destination) || lastNameOfUrl(url) || url || 'Download'
}

/** The name that a URL suggests for its file; empty when it suggests none. */
export function lastNameOfUrl(url: string): string {
  const path = URL.parse(url)?.pathname ?? ''
  try {
    return lastName(decodeURIComponent(path))
  } catch {
    return lastName(path)
  }
}

function lastName(path: string): string {
  return path.split('/').at(-1) ?? ''
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
