/** What we read of the manifest that Vite writes: chunks by the file that they begin with, or by a name of their own. */
export type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>

/** What a person loads who opens the dashboard: the page itself, and the part of it that is shown at `/`. */
const FIRST = ['index.html', 'pages/overview/overview-page.tsx']

/** In kB of 1000 bytes, gzipped. */
const BUDGET_KB = 45

/** The scripts that are loaded before the first page is whole, with all that they import. */
export function initialScripts(manifest: Manifest): readonly string[] {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of chunkOf(manifest, key).imports ?? []) visit(imported)
  }
  FIRST.map(visit)
  return [...new Set([...seen].map((key) => chunkOf(manifest, key).file))].filter((file) => file.endsWith('.js'))
}

/** Whether scripts of these sizes in bytes are within the budget, as a line for people. */
export function verdictOf(sizes: readonly number[]): { readonly isWithin: boolean; readonly text: string } {
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { isWithin: bytes <= BUDGET_KB * 1000, text: `${(bytes / 1000).toFixed(1)} kB of ${BUDGET_KB} kB gzip` }
}

function chunkOf(manifest: Manifest, key: string): Manifest[string] {
  const chunk = manifest[key]
  if (chunk === undefined)
    throw new Error(`No chunk is built from ${key}; a page is a chunk of its own when it is imported lazily`)
  return chunk
}
