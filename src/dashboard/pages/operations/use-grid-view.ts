import { type Signal, signal } from '@preact/signals'
import { createRef, type RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { GridWindow } from './grid-geometry.ts'
import type { ListRow } from './list-rows.ts'
import type { OperationList } from './operation-list.ts'

// As operations.css has them.
const ROW_HEIGHT = 56
const CARD_HEIGHT = 121
const HEAD_HEIGHT = 34
const NARROW = '(max-width: 1264px)'
// A guess for the first frame.
const FIRST_HEIGHT = 600

/** What of the grid is seen, and which of its rows is the active one. */
export class GridView {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Has the focus while its rows come and go. */
  readonly grid: RefObject<HTMLTableElement | null>
  readonly scrollTop: Signal<number> = signal(0)
  readonly rowHeight: Signal<number> = signal(ROW_HEIGHT)
  readonly #height = signal(FIRST_HEIGHT)
  /** The active row, and where it was when it was last seen: another one takes its place when it is gone. */
  readonly #active = signal<{ readonly id: string; readonly index: number } | null>(null)
  readonly #list: () => OperationList

  constructor(list: () => OperationList) {
    this.scroller = createRef()
    this.grid = createRef()
    this.#list = list
  }

  window(): GridWindow {
    const { length: count } = this.#list().rows
    return { scrollTop: this.scrollTop.value, height: this.#height.value, rowHeight: this.rowHeight.value, count }
  }

  activeIndex(): number | null {
    const { rows } = this.#list()
    const active = this.#active.value
    if (active === null || rows.length === 0) return null
    const index = rows.indexOf(active.id)
    return index < 0 ? Math.min(active.index, rows.length - 1) : index
  }

  activeRow(): ListRow | null {
    const index = this.activeIndex()
    return index === null ? null : (this.#list().rows.at(index) ?? null)
  }

  activate(index: number, scrollTop: number): void {
    const id = this.#list().rows.at(index)?.operation.id
    if (id === undefined) return
    this.#active.value = { id, index }
    const element = this.scroller.current
    if (element === null) return
    // The height of the rows must be there to scroll to.
    requestAnimationFrame(() => {
      element.scrollTop = scrollTop
    })
    this.grid.current?.focus({ preventScroll: true })
  }

  scrollToTop(): void {
    this.#active.value = null
    if (this.scroller.current !== null) this.scroller.current.scrollTop = 0
  }

  readonly onScroll = (): void => {
    this.scrollTop.value = this.scroller.current?.scrollTop ?? 0
  }

  /** The row that is clicked, or that the focus comes into, is the active one. */
  readonly onPointerDown = ({ target }: Event): boolean => {
    const id = target instanceof Element ? target.closest('[data-id]')?.getAttribute('data-id') : null
    const index = id == null ? -1 : this.#list().rows.indexOf(id)
    if (id != null && index >= 0) this.#active.value = { id, index }
    return index >= 0
  }

  /** Of the grid itself, it is the first one that is seen. */
  readonly onFocusIn = (event: Event): void => {
    if (this.onPointerDown(event) || this.#active.peek() !== null) return
    const index = Math.ceil(this.scrollTop.peek() / this.rowHeight.peek())
    const row = this.#list().rows.at(index)
    if (row !== undefined) this.#active.value = { id: row.operation.id, index }
  }

  /** Follows the size of the window. The answer ends it. */
  observe(): () => void {
    const element = this.scroller.current
    if (element === null) return () => undefined
    const narrow = matchMedia(NARROW)
    const measure = () => {
      this.rowHeight.value = narrow.matches ? CARD_HEIGHT : ROW_HEIGHT
      this.#height.value = element.clientHeight - (narrow.matches ? 0 : HEAD_HEIGHT)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    narrow.addEventListener('change', measure)
    measure()
    return () => {
      observer.disconnect()
      narrow.removeEventListener('change', measure)
    }
  }

  /** The element that had the focus may be gone with what it offered: the grid takes it, or else the keys lead nowhere. */
  keepFocus(hadFocus: boolean): void {
    if (hadFocus && document.activeElement === document.body) this.grid.current?.focus({ preventScroll: true })
  }
}

export function useGridView(list: OperationList): GridView {
  const latest = useRef(list)
  latest.current = list
  const view = useMemo(() => new GridView(() => latest.current), [])
  useEffect(() => view.observe(), [view])
  // Another list is seen from its beginning.
  useEffect(() => view.scrollToTop(), [view, list, list.tops.value])
  const hadFocus = useRef(false)
  useEffect(() => {
    view.keepFocus(hadFocus.current)
    hadFocus.current = view.grid.current?.contains(document.activeElement) ?? false
  })
  return view
}
