// Addresses within the dashboard. Apart from the routes, which import the pages that use these.

/** Where one operation is shown. */
export function operationHref(id: string): string {
  const encoded = encodeURIComponent(id.toWellFormed())
  // An address has no parts of these names: browsers take them for the folder and the one above.
  return id === '.' || id === '..' ? `/operations/~?id=${encoded}` : `/operations/${encoded}`
}
