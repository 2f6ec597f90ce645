import { HttpStatusError } from '../functions/errors.ts'

/** The text at a URL; fails as `fetch` does, and with HttpStatusError when the status is an error. */
export async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal })
  const text = await response.text()
  if (!response.ok) throw new HttpStatusError(new URL(url), response.status, response.headers.get('retry-after') ?? undefined)
  return text
}
