/** One key of metadata and the value it must have. */
export interface MetadataPair {
  readonly key: string
  readonly value: unknown
}

/**
 * `team:blue`, `retries:3`, `"a:b":"3"`. The key ends at the first `:` or `=` unless it is in quotes, as JSON has them; a
 * value that is JSON is that value, and anything else is text.
 */
export function metadataText(key: string, value: unknown): string {
  const isPlainKey = /^[^":=\s][^:=]*$/.test(key) && key === key.trim()
  const isPlainValue = typeof value === 'string' && value === value.trim() && parsed(value) === undefined
  return `${isPlainKey ? key : JSON.stringify(key)}:${isPlainValue ? value : JSON.stringify(value)}`
}

/** Reads `key:value`; null when there is no such pair. */
export function parseMetadata(text: string): MetadataPair | null {
  // No two parts of it can share a blank, or a text of blanks alone would take for ever.
  const match = /^("(?:[^"\\]|\\.)*"\s*|[^":=][^:=]*)[:=](.*)$/s.exec(text.trimStart())
  if (match === null) return null
  const [, written = '', rest = ''] = match
  const key = written.startsWith('"') ? parsed(written) : written.trimEnd()
  const value = parsed(rest)
  return typeof key === 'string' ? { key, value: value === undefined ? rest.trim() : value } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
