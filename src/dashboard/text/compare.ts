/** Orders texts by their code units, as the server and its stores do; for `sort`. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
