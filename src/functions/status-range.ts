const RANGE = /^\s*(?:([1-5])xx|([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?)\s*$/i

/** Whether a text names statuses: `"200"`, `"200-299"`, `"2xx"`, or several with commas between them. */
export function isStatusRange(range: string): boolean {
  return range.split(',').every((part) => bounds(part) !== null)
}

/** The test for the statuses that are named; what `isStatusRange` refuses holds none. */
export function parseStatuses(statuses: number | string | readonly (number | string)[]): (status: number) => boolean {
  const list = typeof statuses === 'object' ? statuses : [statuses]
  const ranges = list.flatMap((one) => String(one).split(',').map(bounds))
  return (status) => ranges.some((range) => range !== null && status >= range.from && status <= range.to)
}

function bounds(part: string): { readonly from: number; readonly to: number } | null {
  const match = RANGE.exec(part)
  if (match === null) return null
  if (match[1] !== undefined) return { from: Number(match[1]) * 100, to: Number(match[1]) * 100 + 99 }
  const from = Number(match[2])
  const to = Number(match[3] ?? match[2])
  return from <= to ? { from, to } : null
}
