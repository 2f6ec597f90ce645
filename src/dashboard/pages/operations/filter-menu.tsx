import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface FilterMenuProps {
  /** What it filters by, such as `Function`. */
  readonly label: string
  /** What it is set to, in a few words; empty when it filters nothing. */
  readonly value: string
  readonly children: ComponentChildren
}

/** A button that opens a small form under it. A click elsewhere, Escape, or the focus going away closes it. */
export function FilterMenu({ label, value, children }: FilterMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = ({ target }: Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target)) menu.current.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || menu.current === null || !menu.current.open) return
    event.preventDefault()
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  return (
    <details ref={menu} class="filter-menu" onKeyDown={onKeyDown}>
      <summary class={`button ${value === '' ? '' : 'filter-on'}`}>
        {label}
        {value !== '' && (
          <bdi class="filter-value" dir="auto">
            {value}
          </bdi>
        )}
      </summary>
      <div class="filter-panel">{children}</div>
    </details>
  )
}
