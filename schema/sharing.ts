/**
 * The `extensions` of a field whose value depends on who asks: what a subscription answers is then executed for each
 * subscriber by itself. Everything else is executed once for all who subscribed to the same.
 */
export function perViewer(): { readonly perViewer: true } {
  return { perViewer: true }
}

/**
 * The `extensions` of a subscription whose arguments choose which events are told, and change nothing about how one looks:
 * subscribers who begin `after` different cursors are still given the same results.
 */
export function choosesEvents(): { readonly choosesEvents: true } {
  return { choosesEvents: true }
}
