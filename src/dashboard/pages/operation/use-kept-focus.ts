import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus in a group whose buttons come and go: when the focused one goes, the group has it, so that whoever uses
 * the keyboard is not thrown back to the top of the page. `key` changes with the buttons.
 */
export function useKeptFocus(key: string): RefObject<HTMLDivElement | null> {
  const group = useRef<HTMLDivElement>(null)
  const last = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const { current } = group
    if (current === null) return
    const wasInside = last.current !== null && !last.current.isConnected
    if (wasInside && document.activeElement === document.body) current.focus()
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null
    }
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last.current = null
    }
    current.addEventListener('focusin', remember)
    current.addEventListener('focusout', forget)
    return () => {
      current.removeEventListener('focusin', remember)
      current.removeEventListener('focusout', forget)
    }
  }, [key])
  return group
}
