// Addresses within the dashboard. Apart from the routes, which import the pages that use these.

/** Where one operation is shown. */
export function operationHref(id: string): string {
  return `/operations/${encodeURIComponent(id)}`
}
