// Where rows of one height lie in the window that scrolls over them.

export interface GridWindow {
  readonly scrollTop: number
  /** Of the part that shows rows. */
  readonly height: number
  readonly rowHeight: number
  readonly count: number
}

export interface Range {
  readonly from: number
  /** The first one that is not in it. */
  readonly to: number
}

/** The rows that are seen at least in part, and `beyond` more at each end. */
export function rowsIn({ scrollTop, height, rowHeight, count }: GridWindow, beyond = 0): Range {
  const from = Math.floor(Math.max(0, scrollTop) / rowHeight) - beyond
  const to = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight) + beyond
  const end = Math.min(count, Math.max(0, to))
  return { from: Math.min(Math.max(0, from), end), to: end }
}

/** Where to scroll so that a row is seen whole: nowhere when it is. */
export function scrollTopFor(index: number, { scrollTop, height, rowHeight }: GridWindow): number {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - height)
}

/** The row that a key leads to; null when it is none of those keys. */
export function rowByKey(key: string, index: number, { height, rowHeight, count }: GridWindow): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1)
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target))
}
