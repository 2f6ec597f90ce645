// Addresses within the dashboard. Apart from the routes, which import the pages that use these.

/** Where one operation is shown. */
export function operationHref(id: string): string {
  const encoded = encodeURIComponent(id.toWellFormed())
  // An address has no parts of these names: browsers take them for the folder and the one above.
  return id === '.' || id === '..' ? `/operations/~?id=${encoded}` : `/operations/${encoded}`
}

// Browsers take `.` and `..` for folders, however they are encoded.
const MARKED = /^[.~]/

/** Where one function is shown. Its name may hold anything. */
export function functionHref(name: string): string {
  const part = MARKED.test(name) ? `~${name}` : name
  return `/functions/${encodeURIComponent(part.toWellFormed())}`
}

/** Whether a part of an address, decoded, names the function. */
export function isFunctionAt(part: string, name: string): boolean {
  return part === (MARKED.test(name) ? `~${name}` : name).toWellFormed()
}

/** Where one circuit breaker is shown. */
export function breakerHref(scope: string): string {
  return `/circuit-breakers?${new URLSearchParams({ q: scope })}`
}
