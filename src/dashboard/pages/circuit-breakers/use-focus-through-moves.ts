import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** Browsers take the focus from what changes its place: it is given back when a list was put into another order. */
export function useFocusThroughMoves(list: RefObject<HTMLElement | null>, order: string): void {
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target instanceof HTMLElement && list.current?.contains(target) === true ? target : null
    }
    // Whoever points elsewhere has left it.
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && list.current?.contains(target) !== true) last.current = null
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [list])
  useLayoutEffect(() => {
    const element = last.current
    if (element?.isConnected === true && document.activeElement === document.body) element.focus({ preventScroll: true })
  }, [order])
}
